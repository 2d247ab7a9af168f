using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Tests.Formats.Warc;
using static Pipeline.Articles.Tests.Formats.Reading;

namespace Pipeline.Articles.Tests.Formats;

public sealed class ReaderPropertiesTests
{
    private static readonly FormatLimits Small = new() { MaxArticleBytes = 50_000, MaxBatchBytes = 2_000_000 };

    private static readonly (string Name, byte[] File)[] Files =
    [
        ("a.txt", Utf8("plain words")),
        ("a.html", Utf8(WarcFile.Html)),
        ("a.json", Utf8("[{\"text\":\"one\"},{\"text\":\"t\\\"wo\"},{\"a\":[{\"b\":\"]\"}]}]")),
        ("a.jsonl", Utf8("{\"text\":\"one\"}\r\n{\"text\":\"two\"}\nwords\n{\"text\":\"three\"}")),
        ("a.warc", [.. WarcFile.Info(), .. WarcFile.Response(), .. WarcFile.Request(), .. WarcFile.Response()]),
        ("a.warc.gz", Gzip(WarcFile.Info(), WarcFile.Response(), WarcFile.Response())),
        ("a.zip", Zip(("a.txt", Utf8("alpha words")), ("b.jsonl.gz", Gzip(Utf8("{\"text\":\"one\"}\n{\"text\":\"two\"}\n"))), ("c.html", Utf8(WarcFile.Html)))),
    ];

    [Property(MaxTest = 200)]
    public void ReadAsync_AnyBytes_EntriesAndNoException(byte[] bytes, PositiveInt start)
    {
        byte[][] starts = [[], [0x1F, 0x8B, 8, 0], [.. "PK\x03\x04"u8], [.. "WARC/1.0\r\n"u8], [.. "["u8], [.. "{\"a\":"u8], [0xFF, 0xFE], [.. "<html>"u8]];
        byte[] file = [.. starts[start.Get % starts.Length], .. bytes];
        var entries = ReadAsync(file).GetAwaiter().GetResult();
        Assert.NotEmpty(entries);
        Assert.All(entries, e => Assert.NotNull(EntryDecoder.Decode(e)));
    }

    [Property(MaxTest = 200)]
    public void ReadAsync_DamagedFile_EntriesAndNoException(PositiveInt which, PositiveInt at, byte value, bool cut)
    {
        var (name, file) = Files[which.Get % Files.Length];
        var damaged = file.ToArray();
        var place = at.Get * 31 % damaged.Length;
        damaged[place] = value;
        var entries = ReadAsync(cut ? damaged[..place] : damaged, name, limits: Small).GetAwaiter().GetResult();
        Assert.NotEmpty(entries);
        Assert.All(entries, e => Assert.NotNull(EntryDecoder.Decode(e)));
        Assert.All(entries.Where(e => e.Rejection is not null), e => Assert.Matches(@"^[A-Z0-9].*\.$", e.Rejection!.Reason));
    }

    [Property(MaxTest = 100)]
    public void ReadAsync_ArbitraryChunks_SameEntries(PositiveInt which, PositiveInt chunk)
    {
        var (name, file) = Files[which.Get % Files.Length];
        var whole = ReadAsync(file, name).GetAwaiter().GetResult();
        var dripped = ReadAsync(new DripStream(file, chunk.Get), name).GetAwaiter().GetResult();
        Assert.Equal(Show(whole), Show(dripped));
        Assert.Equal(whole.Select(e => Convert.ToHexString(e.Bytes.Span)), dripped.Select(e => Convert.ToHexString(e.Bytes.Span)));
    }

    [Theory]
    [InlineData(0, 20_000, 150_000)]
    [InlineData(1, 20_000, 450_000)]
    public async Task ReadAsync_StorageFails_ThrowsAndRejectsNothing(int gzip, int count, int failAt)
    {
        var lines = Utf8(string.Concat(Enumerable.Range(0, count).Select(i => $"{{\"text\":\"{i} {Guid.NewGuid()}\"}}\n")));
        var file = gzip == 1 ? Gzip(lines) : lines;
        var seen = new List<RawEntry>();
        await Assert.ThrowsAsync<EndOfStreamException>(async () =>
        {
            await foreach (var entry in new ArticleReader(new FormatLimits { MaxArticleBytes = 50_000 }).ReadAsync(new DripStream(file, 0, failAt), "a.jsonl", null, CancellationToken.None))
            {
                seen.Add(entry);
            }
        });
        Assert.NotEmpty(seen);
        Assert.All(seen, e => Assert.Null(e.Rejection));
    }

    [Fact]
    public async Task ReadAsync_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        var lines = Utf8(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{{\"text\":\"{i} {Guid.NewGuid()}\"}}\n")));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in new ArticleReader().ReadAsync(new MemoryStream(lines), "a.jsonl", null, source.Token))
            {
                await source.CancelAsync();
            }
        });
    }

    [Fact]
    public async Task ReadAsync_ContentNotAtItsStart_ReadFromThere()
    {
        var zip = Zip(("a.txt", Utf8("alpha words")));
        var stream = new MemoryStream([.. new byte[100], .. zip]) { Position = 100 };
        Assert.Equal("a.txt: PlainText", Show(await ReadAsync(stream)));
    }
}
