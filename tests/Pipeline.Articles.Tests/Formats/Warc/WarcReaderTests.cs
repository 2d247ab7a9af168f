using System.IO.Compression;
using System.Text;
using Pipeline.Articles.Formats;
using static Pipeline.Articles.Tests.Formats.Reading;
using static Pipeline.Articles.Tests.Formats.Warc.WarcFile;

namespace Pipeline.Articles.Tests.Formats.Warc;

public sealed class WarcReaderTests
{
    [Fact]
    public async Task ReadAsync_MixedRecords_PagesOnlyWithTheirProvenance()
    {
        byte[] file =
        [
            .. Info(), .. Request(), .. Response(), .. Record("metadata", "application/warc-fields", "a: b\r\n"u8.ToArray()),
            .. Record("conversion", "text/plain", Utf8("Converted words")), .. Record("resource", "text/html", Utf8(Html)),
        ];
        var entries = await ReadAsync(file, "crawl.warc");
        Assert.Equal("record 3: Html\nrecord 5: PlainText\nrecord 6: Html", Show(entries));
        Assert.Equal(Html, Text(entries[0]).Text);
        Assert.Equal("https://news.example/a.html", entries[0].SourceUrl);
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero), entries[0].CrawledAt);
        Assert.Equal("utf-8", entries[0].DeclaredCharset);
        Assert.Equal("https://news.example/a.html", Text(entries[0]).Given.Url);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task ReadAsync_MemberWithAWrongChecksumOnly_NoRecordOfItComesOut(int records)
    {
        byte[][] members = [Gzip(Response()), Gzip([.. Enumerable.Range(0, records).SelectMany(number => Response($"<p>{number}</p>"))]), Gzip(Response())];
        members[1][^6] ^= 1;
        var entries = await ReadAsync([.. members.SelectMany(member => member)], "crawl.warc.gz");
        Assert.Equal("record 1: Html\nrecord 2: Malformed\nrecord 3: Html", Show(entries));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("identity")]
    public async Task ReadAsync_PackedAndChunkedBody_ComesOutWhole(string coding)
    {
        var packed = new MemoryStream();
        using (Stream packer = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new BufferedStream(packed),
        })
        {
            packer.Write(Utf8(Html));
            packer.Flush();
            if (coding == "identity")
            {
                packed = new MemoryStream(packed.ToArray());
            }
        }

        var headers = $"Content-Type: text/html\r\nContent-Encoding: {coding}\r\nTransfer-Encoding: chunked";
        var entry = await ReadOneAsync(Response(Chunked(packed.ToArray(), 7), headers), "crawl.warc");
        Assert.Equal(Html, Text(entry).Text);
    }

    [Theory]
    [InlineData("Content-Encoding: gzip")]
    [InlineData("Content-Encoding: br")]
    [InlineData("Content-Encoding: deflate")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task ReadAsync_HeaderOfPackingKeptOnUnpackedBody_ComesOutWhole(string header)
    {
        var entry = await ReadOneAsync(Response(Utf8(Html), header), "crawl.warc");
        Assert.Equal(Html, Text(entry).Text);
    }

    [Fact]
    public async Task ReadAsync_OneGzipMemberPerRecord_AllRecords()
    {
        var entries = await ReadAsync(Gzip(Info(), Response(), Response()), "crawl.warc.gz");
        Assert.Equal("record 2: Html\nrecord 3: Html", Show(entries));
    }

    [Fact]
    public async Task ReadAsync_CorruptMember_LaterRecordsAreRead()
    {
        var random = new Random(1);
        var noise = Convert.ToHexString(Enumerable.Range(0, 20_000).Select(_ => (byte)random.Next(256)).ToArray());
        byte[][] members = [Gzip(Response()), Gzip(Response(Html + noise)), Gzip(Response())];
        members[1].AsSpan(members[1].Length / 2, 40).Fill(0xEE);
        var entries = await ReadAsync(members.SelectMany(m => m).ToArray(), "crawl.warc.gz");
        Assert.Equal([RejectionCategory.Malformed], entries.Where(e => e.Rejection is not null).Select(e => e.Rejection!.Category));
        Assert.Equal(2, entries.Count(e => e.Rejection is null));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(300)]
    public async Task ReadAsync_WrongContentLength_NextRecordIsRead(int off)
    {
        var length = Encoding.UTF8.GetByteCount("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + Html);
        byte[] file = [.. Response(Utf8(Html), statedLength: length + off), .. Response("<p>second</p>"), .. Response("<p>third</p>")];
        var entries = await ReadAsync(file, "crawl.warc");
        var texts = entries.Where(e => e.Rejection is null).Select(e => Text(e).Text.Trim()).ToArray();
        Assert.Contains("<p>second</p>", texts);
        Assert.Contains("<p>third</p>", texts);
    }

    [Fact]
    public async Task ReadAsync_CutOff_LastRecordIsRejectedAlone()
    {
        byte[] file = [.. Response(), .. Response()];
        var entries = await ReadAsync(file[..^40], "crawl.warc");
        Assert.Equal("record 1: Html\nrecord 2: Malformed", Show(entries));
    }

    [Fact]
    public async Task ReadAsync_NoPageInRecord_RejectedWithReason()
    {
        byte[] file =
        [
            .. Response([], status: "404 Not Found"), .. Response([]), .. Response([0x89, .. "PNG\r\n\x1A\n"u8], "Content-Type: image/png"),
            .. Response(new byte[3000]), .. Response(),
        ];
        Assert.Equal(
            "record 1: NoArticle\nrecord 2: Empty\nrecord 3: Binary\nrecord 4: Binary\nrecord 5: Html", Show(await ReadAsync(file, "crawl.warc")));
    }

    [Fact]
    public async Task ReadAsync_TooLargeRecord_PassedOver()
    {
        var limits = new FormatLimits { MaxArticleBytes = 10_000 };
        byte[] file = [.. Response("<p>" + new string('a', 200_000)), .. Response("<p>" + new string('a', 20_000)), .. Response()];
        Assert.Equal("record 1: TooLarge\nrecord 2: TooLarge\nrecord 3: Html", Show(await ReadAsync(file, "crawl.warc", limits: limits)));
    }

    [Fact]
    public async Task ReadAsync_OnlyRequests_OneRejection()
    {
        var entry = await ReadOneAsync([.. Info(), .. Request()], "crawl.warc");
        Assert.Equal(RejectionCategory.NoArticle, entry.Rejection?.Category);
    }
}
