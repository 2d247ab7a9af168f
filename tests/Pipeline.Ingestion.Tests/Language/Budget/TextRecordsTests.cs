using Pipeline.Ingestion.Language.Budget;

namespace Pipeline.Ingestion.Tests.Language.Budget;

public sealed class TextRecordsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n ", 0)]
    [InlineData("x", 1)]
    public void Of_ShortText_ARecordIfThereIsAnythingToRead(string text, int records) => Assert.Equal(records, TextRecords.Of(text));

    [Theory]
    [InlineData(1_000, 1)]
    [InlineData(1_001, 2)]
    [InlineData(5_120, 6)]
    public void Of_OneDocument_StartedThousands(int length, int records) => Assert.Equal(records, TextRecords.Of(new string('x', length)));

    [Fact]
    public void Of_SeveralDocuments_EachRoundedUp() => Assert.Equal(6 + 1, TextRecords.Of(new string('x', 5_121)));

    [Fact]
    public void Of_TextElements_CountedAsTheServiceDoes() =>
        Assert.Equal(1, TextRecords.Of(string.Concat(Enumerable.Repeat("\U0001F468\u200D\U0001F469\u200D\U0001F467", 1_000))));
}
