using System.IO.Compression;
using Pipeline.Articles.Formats;
using static Pipeline.Articles.Tests.Formats.Reading;

namespace Pipeline.Articles.Tests.Formats.Archives;

/// <summary>Measures memory and processor time of the whole process, so nothing else may run beside it.</summary>
[Collection(Alone.Name)]
public sealed class BombTests
{
    [Theory]
    [InlineData(' ')]
    [InlineData('a')]
    [InlineData('\0')]
    public async Task ReadAsync_GzipBomb_StopsEarly(char filling)
    {
        var bomb = Repeat((byte)filling, 100_000_000, stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true));
        var before = GC.GetTotalAllocatedBytes();
        var started = Environment.CpuUsage.TotalTime;
        Assert.Equal(": DecompressionBomb", Show(await ReadAsync(bomb, "a.txt.gz")));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 40_000_000);
        Assert.True(Environment.CpuUsage.TotalTime - started < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task ReadAsync_ZipBomb_RejectedAlone()
    {
        var zip = Zip(("bomb.txt", new byte[50_000_000]), ("good.txt", Utf8("good words")));
        Assert.Equal("bomb.txt: DecompressionBomb\ngood.txt: PlainText", Show(await ReadAsync(zip)));
    }

    [Fact]
    public async Task ReadAsync_ManyLikeArticles_AreNoBomb()
    {
        var line = "{\"text\":\"" + string.Concat(Enumerable.Repeat("The same words again. ", 100)) + "\"}\n";
        var packed = Repeat(Utf8(line), 4000, stream => new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true));
        Assert.True(packed.Length * 200 < line.Length * 4000);
        var entries = await ReadAsync(packed, "a.jsonl.gz");
        Assert.Equal(4000, entries.Count);
        Assert.All(entries, e => Assert.Null(e.Rejection));
    }

    [Fact]
    public async Task ReadAsync_NestedTooDeep_Rejected()
    {
        var file = Utf8("words in the middle");
        var limits = new FormatLimits { MaxArchiveDepth = 3 };
        for (var depth = 0; depth < 3; depth++)
        {
            file = depth == 1 ? Zip(("x", file)) : Gzip(file);
        }

        Assert.Null((await ReadOneAsync(file, limits: limits)).Rejection);
        Assert.Equal(RejectionCategory.DecompressionBomb, (await ReadOneAsync(Gzip(file), limits: limits)).Rejection?.Category);
    }

    [Fact]
    public async Task ReadAsync_MoreThanTheBatchMayHold_WhatCameBeforeStays()
    {
        var limits = new FormatLimits { MaxBatchBytes = 1_000_000, MaxArticleBytes = 10_000 };
        var random = new Random(3);
        var lines = string.Concat(Enumerable.Range(0, 3000).Select(_ => $"{{\"text\":\"{new string('a', 400)} {Convert.ToHexString(RandomBytes(random, 50))}\"}}\n"));
        var entries = await ReadAsync(Gzip(Utf8(lines)), "a.jsonl.gz", limits: limits);
        Assert.InRange(entries.Count, 1500, 2000);
        Assert.All(entries.SkipLast(1), e => Assert.Null(e.Rejection));
        Assert.Equal(RejectionCategory.TooLarge, entries[^1].Rejection?.Category);
        Assert.Equal(": TooLarge", Show(await ReadAsync(Utf8(lines), "a.jsonl", limits: limits)));
    }

    [Fact]
    public async Task ReadAsync_WideZipOfBombs_BoundedByTheBatch()
    {
        var inner = Repeat((byte)'a', 1_000_000, stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true));
        var zip = Zip(Enumerable.Range(0, 200).Select(i => ($"{i}.gz", inner)).ToArray());
        var entries = await ReadAsync(zip, limits: new FormatLimits { MaxBatchBytes = 20_000_000 });
        Assert.InRange(entries.Count, 10, 25);
        Assert.Equal(RejectionCategory.TooLarge, entries[^1].Rejection?.Category);
    }

    [Fact]
    public async Task ReadAsync_BigBatch_MemoryStaysFlat()
    {
        var line = Utf8("{\"text\":\"" + string.Concat(Enumerable.Repeat("Words of an article. ", 200)) + "\"}\n");
        var packed = Repeat(line, 20_000, stream => new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long peak = 0;
        var count = 0;
        await foreach (var entry in new ArticleReader().ReadAsync(new DripStream(packed, 0), "a.jsonl.gz", null, CancellationToken.None))
        {
            Assert.Null(entry.Rejection);
            if (++count % 5000 == 0)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(20_000, count);
        Assert.True(peak < 20_000_000, $"{peak} bytes");
    }

    private static byte[] RandomBytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Repeat(byte filling, int count, Func<Stream, Stream> pack) =>
        Repeat(Enumerable.Repeat(filling, 100_000).ToArray(), count / 100_000, pack);

    private static byte[] Repeat(byte[] block, int times, Func<Stream, Stream> pack)
    {
        var packed = new MemoryStream();
        using (var packer = pack(packed))
        {
            for (var i = 0; i < times; i++)
            {
                packer.Write(block);
            }
        }

        return packed.ToArray();
    }
}
