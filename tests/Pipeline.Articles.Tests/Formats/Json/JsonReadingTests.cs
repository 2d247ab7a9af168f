using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pipeline.Articles.Formats;
using static Pipeline.Articles.Tests.Formats.Reading;

namespace Pipeline.Articles.Tests.Formats.Json;

public sealed class JsonReadingTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Property(MaxTest = 60)]
    public void ReadAsync_AnyList_AsManyEntriesInOrder(NonEmptyArray<NonNull<string>> titles, bool indented, PositiveInt chunk)
    {
        var articles = titles.Get.Select((title, number) => new { title = title.Get, text = $"Text number {number}" }).ToArray();
        var json = JsonSerializer.SerializeToUtf8Bytes(articles, indented ? Indented : null);
        var entries = ReadAsync(new DripStream(json, chunk.Get % 50), "batch.json").GetAwaiter().GetResult();
        Assert.Equal(articles.Select(a => a.text), entries.Select(e => Text(e).Text));
        Assert.Equal(articles.Select((_, i) => $"item {i + 1}"), entries.Select(e => e.Place));
    }

    [Property(MaxTest = 60)]
    public void ReadAsync_AnyLines_AsManyEntriesInOrder(NonEmptyArray<NonNull<string>> titles, PositiveInt chunk)
    {
        var lines = titles.Get.Select((title, number) => JsonSerializer.Serialize(new { title = title.Get, text = $"Text number {number}" })).ToArray();
        var entries = ReadAsync(new DripStream(Utf8(string.Join("\r\n", lines)), chunk.Get % 50), "batch.jsonl").GetAwaiter().GetResult();
        Assert.Equal(lines, entries.Select(e => Encoding.UTF8.GetString(e.Bytes.Span)));
        Assert.Equal(lines.Select((_, i) => $"line {i + 1}"), entries.Select(e => e.Place));
    }

    [Fact]
    public async Task ReadAsync_LinesWithoutName_FoundByContent() =>
        Assert.Equal("line 1: Json\nline 2: Json", Show(await ReadAsync(Utf8("{\"text\":\"a\"}\n{\"text\":\"b\"}\n"), "export")));

    [Fact]
    public async Task ReadAsync_ObjectsInARow_Items() =>
        Assert.Equal("item 1: Json\nitem 2: Json", Show(await ReadAsync(Utf8("{\n\"text\":\"a\"\n}\n{\n\"text\":\"b\"\n}\n"), "export.json")));

    [Fact]
    public async Task ReadAsync_HugeLine_RejectedAloneWithItsSize()
    {
        var limits = new FormatLimits { MaxArticleBytes = 100_000 };
        var file = Utf8("{\"text\":\"a\"}\n{\"text\":\"" + new string('x', 5_000_000) + "\"}\n{\"text\":\"c\"}");
        var entries = await ReadAsync(new DripStream(file, 0), "batch.jsonl", limits: limits);
        Assert.Equal("line 1: Json\nline 2: TooLarge\nline 3: Json", Show(entries));
        Assert.Contains("4.8 MB", entries[1].Rejection!.Reason, StringComparison.Ordinal);
        Assert.Contains("97.7 KB", entries[1].Rejection!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_HugeItem_RejectedAlone()
    {
        var limits = new FormatLimits { MaxArticleBytes = 100_000 };
        var file = Utf8("[{\"text\":\"a\"},{\"text\":\"" + new string('x', 3_000_000) + "\"},{\"text\":\"c\"}]");
        Assert.Equal("item 1: Json\nitem 2: TooLarge\nitem 3: Json", Show(await ReadAsync(file, "batch.json", limits: limits)));
    }

    [Fact]
    public async Task ReadAsync_DeepNesting_RejectedAlone()
    {
        var deep = "{\"text\":\"a\",\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}";
        var entries = await ReadAsync(Utf8($"{{\"text\":\"a\"}}\n{deep}\n{{\"text\":\"c\"}}"), "batch.jsonl");
        Assert.Equal("line 1: Json\nline 2: Malformed\nline 3: Json", Show(entries));
        Assert.Contains("nested", entries[1].Rejection!.Reason, StringComparison.Ordinal);
        Assert.Equal("item 1: Json\nitem 2: Malformed", Show(await ReadAsync(Utf8($"[{{\"text\":\"a\"}},{deep}]"), "batch.json")));
    }

    [Fact]
    public async Task ReadAsync_CutOffList_WhatIsWholeIsRead()
    {
        Assert.Equal("item 1: Json\nitem 2: Malformed", Show(await ReadAsync(Utf8("[{\"text\":\"a\"},{\"text\":\"b"), "batch.json")));
        Assert.Equal("item 1: Json\n: Malformed", Show(await ReadAsync(Utf8("[{\"text\":\"a\"},"), "batch.json")));
    }

    [Fact]
    public async Task ReadAsync_StringOverLineEnd_NextObjectIsRead()
    {
        var file = Utf8("[\n{\"text\":\"a\"},\n{\"text\":\"b\n never closed},\n{\"text\":\"c\"}\n]");
        Assert.Equal("item 1: Json\nitem 2: Malformed\nitem 3: Json", Show(await ReadAsync(file, "batch.json")));
    }

    [Fact]
    public async Task ReadAsync_GapInGzip_LaterLinesAreRead()
    {
        var random = new Random(7);
        var member = Gzip(Utf8(string.Concat(Enumerable.Range(0, 200).Select(i => $"{{\"text\":\"{i} {random.NextInt64()} {random.NextInt64()}\"}}\n"))));
        var broken = member.ToArray();
        broken.AsSpan(broken.Length / 2, 8).Fill(0xAA);
        byte[] file = [.. member, .. broken, .. member];
        var entries = await ReadAsync(file, "batch.jsonl.gz");
        Assert.True(entries.Count(e => e.Rejection is null) >= 400);
        Assert.Contains(entries, e => e.Rejection?.Reason.Contains("gzip", StringComparison.Ordinal) == true);
        Assert.Null(entries[^1].Rejection);
    }

    [Fact]
    public async Task ReadAsync_GapAtTheStart_HasAPlaceOfItsOwn()
    {
        byte[] broken = [.. Gzip(Utf8("{\"text\":\"a\"}\n"))[..10], 0xFF, 0xFF, 0xFF];
        byte[] file = [.. broken, .. Gzip(Utf8("{\"text\":\"b\"}\n{\"text\":\"c\"}\n"))];
        Assert.Equal("gap 1: Malformed\nline 1: Json\nline 2: Json", Show(await ReadAsync(file, "batch.jsonl.gz")));
    }

    [Fact]
    public async Task ReadAsync_TooManyEntries_StopsWithARejection()
    {
        var limits = new FormatLimits { MaxEntries = 2 };
        var entries = await ReadAsync(Utf8("{\"text\":\"a\"}\n{\"text\":\"b\"}\n{\"text\":\"c\"}\n"), "batch.jsonl", limits: limits);
        Assert.Equal("line 1: Json\nline 2: Json\n: TooLarge", Show(entries));
    }
}
