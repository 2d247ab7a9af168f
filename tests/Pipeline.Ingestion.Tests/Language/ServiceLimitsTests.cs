using System.Text.Json;
using FsCheck.Xunit;
using Pipeline.Ingestion.Language.Service;

namespace Pipeline.Ingestion.Tests.Language;

public sealed class ServiceLimitsTests
{
    [Property(MaxTest = 300)]
    public void BytesInJson_AnyText_NoLessThanTheWriterNeeds(string? text) => Check(text ?? "");

    [Theory]
    [InlineData("\u4E2D\u56FD")]
    [InlineData("\U0001F600\uD83D")]
    [InlineData("a \"quote\" & <b> \\ ` + ' \u0001\t\r\n\u007F\u00A0")]
    public void BytesInJson_WhatIsEscaped_NoLessThanTheWriterNeeds(string text) => Check(text);

    private static void Check(string text) =>
        Assert.True(JsonSerializer.SerializeToUtf8Bytes(text).Length - 2 <= ServiceLimits.BytesInJson(text));
}
