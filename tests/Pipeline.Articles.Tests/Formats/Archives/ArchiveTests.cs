using System.Buffers.Binary;
using System.Formats.Tar;
using Pipeline.Articles.Formats;
using static Pipeline.Articles.Tests.Formats.Reading;

namespace Pipeline.Articles.Tests.Formats.Archives;

public sealed class ArchiveTests
{
    private static readonly byte[] Words = Utf8("Words of an article, a good many of them.");

    [Fact]
    public async Task ReadAsync_Zip_SkipsOnlyLitterAndFolders()
    {
        var zip = Zip(
            ("folder/", []), ("folder/a.txt", Words), ("__MACOSX/._a.txt", Words), ("folder/.DS_Store", Words), ("Thumbs.db", Words),
            ("folder/.hidden", Words), ("empty.txt", []), ("picture.png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]));
        Assert.Equal("folder/a.txt: PlainText\nfolder/.hidden: PlainText\nempty.txt: Empty\npicture.png: Binary", Show(await ReadAsync(zip)));
    }

    [Fact]
    public async Task ReadAsync_RejectedEntry_ItsBytesAreKept()
    {
        byte[] picture = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. new byte[100_000]];
        var entry = await ReadOneAsync(Zip(("picture.png", picture)), limits: new FormatLimits { RatioFloorBytes = 200_000 });
        Assert.Equal(RejectionCategory.Binary, entry.Rejection?.Category);
        Assert.Equal(picture, entry.Bytes.ToArray());
    }

    [Fact]
    public async Task ReadAsync_ZipThatCannotBeSoughtIn_SameEntriesAndNoFileLeft()
    {
        var folder = Directory.CreateTempSubdirectory();
        var zip = Zip(("a.txt", Words), ("b.txt", Words));
        var entries = await ReadAsync(new DripStream(zip, 100), "a.zip", limits: new FormatLimits { SpoolFolder = folder.FullName });
        Assert.Equal("a.txt: PlainText\nb.txt: PlainText", Show(entries));
        Assert.Empty(folder.GetFiles());
        folder.Delete();
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("a/../../evil.txt")]
    [InlineData("/etc/evil.txt")]
    [InlineData("C:/evil.txt")]
    [InlineData("..\\evil.txt")]
    [InlineData("\\\\host\\evil.txt")]
    public async Task ReadAsync_UnsafeName_RejectedAlone(string name)
    {
        var entries = await ReadAsync(Zip((name, Words), ("good.txt", Words)));
        Assert.Equal(RejectionCategory.UnsafePath, entries[0].Rejection?.Category);
        Assert.Null(entries[1].Rejection);
    }

    [Fact]
    public async Task ReadAsync_BackslashesWithinTheArchive_ArePlaces() =>
        Assert.Equal("folder/a.txt: PlainText", Show(await ReadAsync(Zip(("folder\\a.txt", Words)))));

    [Fact]
    public async Task ReadAsync_ControlCharactersInAName_NotInThePlace() =>
        Assert.Equal("a?[31m.txt: PlainText\na?[31m.txt (2): PlainText", Show(await ReadAsync(Zip(("a\u001B[31m.txt", Words), ("a\n[31m.txt", Words)))));

    [Fact]
    public async Task ReadAsync_SameNameTwice_PlacesDiffer() =>
        Assert.Equal("a.txt: PlainText\na.txt (2): PlainText\na.txt (2) (2): PlainText\na.txt (3): PlainText",
            Show(await ReadAsync(Zip(("a.txt", Words), ("a.txt", Words), ("a.txt (2)", Words), ("a.txt", Words)))));

    [Fact]
    public async Task ReadAsync_EncryptedEntry_RejectedAlone()
    {
        var zip = Zip(("a.txt", Words), ("b.txt", Words));
        zip[Central(zip, 0) + 8] |= 1;
        var entries = await ReadAsync(zip);
        Assert.Equal("a.txt: UnknownFormat\nb.txt: PlainText", Show(entries));
        Assert.Contains("encrypted", entries[0].Rejection!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_UnknownMethod_RejectedAlone()
    {
        var zip = Zip(("a.txt", Words), ("b.txt", Words));
        zip[Central(zip, 0) + 10] = 14;
        var entries = await ReadAsync(zip);
        Assert.Equal("a.txt: UnknownFormat\nb.txt: PlainText", Show(entries));
        Assert.Contains("LZMA", entries[0].Rejection!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_CorruptEntry_RejectedAlone()
    {
        var zip = Zip(("a.txt", Words), ("b.txt", Words));
        zip[40] ^= 0xFF;
        Assert.Equal("a.txt: Malformed\nb.txt: PlainText", Show(await ReadAsync(zip)));
    }

    [Theory]
    [InlineData(5, RejectionCategory.DecompressionBomb)]
    [InlineData(500, RejectionCategory.Malformed)]
    public async Task ReadAsync_SizeThatLies_RejectedAlone(uint stated, RejectionCategory category)
    {
        var zip = Zip(("a.txt", Words), ("b.txt", Words));
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(Central(zip, 0) + 24), stated);
        Assert.Equal($"a.txt: {category}\nb.txt: PlainText", Show(await ReadAsync(zip)));
    }

    [Fact]
    public async Task ReadAsync_OverlappingEntries_ReadOnce()
    {
        var zip = Zip(("a.txt", Words), ("b.txt", Words));
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(Central(zip, 1) + 42), 0);
        Assert.Equal("a.txt: PlainText\nb.txt: DecompressionBomb", Show(await ReadAsync(zip)));
    }

    [Fact]
    public async Task ReadAsync_ZipCutOff_WholeEntriesAreRead()
    {
        var zip = Zip(("a.txt", Words), ("b.txt", Words), ("c.txt", Words));
        var entries = await ReadAsync(zip[..(Central(zip, 0) - 10)]);
        Assert.Equal("a.txt: PlainText\nb.txt: PlainText\nc.txt: Malformed\n: Malformed", Show(entries));
    }

    [Fact]
    public async Task ReadAsync_Zip64_SizesAndOffsetsFromTheExtraField()
    {
        var zip = Zip(("a.txt", Words));
        var central = Central(zip, 0);
        var header = zip.AsSpan(central, 46 + "a.txt".Length).ToArray();
        var extra = new byte[28];
        BinaryPrimitives.WriteUInt16LittleEndian(extra, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(extra.AsSpan(2), 24);
        foreach (var (field, at) in new[] { (24, 4), (20, 12), (42, 20) })
        {
            BinaryPrimitives.WriteInt64LittleEndian(extra.AsSpan(at), BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(field)));
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(field), uint.MaxValue);
        }

        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(30), (ushort)extra.Length);
        var end = new byte[56 + 20 + 22];
        "PK\x06\x06"u8.CopyTo(end);
        BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(40), header.Length + extra.Length);
        BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(48), central);
        "PK\x06\x07"u8.CopyTo(end.AsSpan(56));
        BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(64), central + header.Length + extra.Length);
        "PK\x05\x06"u8.CopyTo(end.AsSpan(76));
        end.AsSpan(84, 12).Fill(0xFF);
        Assert.Equal("a.txt: PlainText", Show(await ReadAsync([.. zip[..central], .. header, .. extra, .. end])));
    }

    [Fact]
    public async Task ReadAsync_ZipBehindAProgram_OffsetsAreShifted()
    {
        byte[] file = [.. Gzip(Words), .. Zip(("a.txt", Words))];
        Assert.Equal("a.txt: PlainText", Show(await ReadAsync([.. "PK\x03\x04"u8, .. file])));
    }

    [Fact]
    public async Task ReadAsync_EmptyZip_OneRejection() => Assert.Equal(": Empty", Show(await ReadAsync(Zip())));

    [Theory]
    [InlineData("[Content_Types].xml", "Office")]
    [InlineData("META-INF/MANIFEST.MF", "program")]
    public async Task ReadAsync_ZipThatIsADocument_Binary(string first, string named)
    {
        var entry = await ReadOneAsync(Zip((first, Words), ("word/document.xml", Words)), "report.docx");
        Assert.Equal(RejectionCategory.Binary, entry.Rejection?.Category);
        Assert.Contains(named, entry.Rejection!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_GzipCutOff_Malformed()
    {
        var packed = Gzip(Words);
        Assert.Equal(": Malformed", Show(await ReadAsync(packed[..^4], "a.txt.gz")));
        Assert.Equal(": Malformed", Show(await ReadAsync(packed[..^12], "a.txt.gz")));
        Assert.Equal(": Malformed", Show(await ReadAsync(packed[..6], "a.txt.gz")));
    }

    [Fact]
    public async Task ReadAsync_GzipLinesCutOff_LinesBeforeAreKept()
    {
        var lines = string.Concat(Enumerable.Range(0, 5000).Select(i => $"{{\"text\":\"{i} {Guid.NewGuid()}\"}}\n"));
        var packed = Gzip(Utf8(lines));
        var entries = await ReadAsync(packed[..(packed.Length / 2)], "a.jsonl.gz");
        Assert.True(entries.Count > 1000);
        Assert.Equal(RejectionCategory.Malformed, entries[^1].Rejection?.Category);
        Assert.All(entries.SkipLast(2), e => Assert.Null(e.Rejection));
    }

    [Fact]
    public async Task ReadAsync_GzipChecksumWrong_Malformed()
    {
        var packed = Gzip(Words);
        packed[^6] ^= 1;
        Assert.Equal(": Malformed", Show(await ReadAsync(packed, "a.txt.gz")));
    }

    [Fact]
    public async Task ReadAsync_GzipLinesWithAWrongChecksum_NoneComesOut()
    {
        byte[][] members = [Gzip(Utf8("{\"text\":\"one\"}\n{\"text\":\"two\"}\n")), Gzip(Utf8("{\"text\":\"three\"}\n"))];
        members[0][^6] ^= 1;
        Assert.Equal("gap 1: Malformed\nline 1: Json", Show(await ReadAsync([.. members[0], .. members[1]], "a.jsonl.gz")));
        Assert.Equal(": Malformed", Show(await ReadAsync(members[0], "a.jsonl.gz")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task ReadAsync_GzipMembersOfOneContentTheFirstWithAWrongChecksum_TheLastComesOut(int wrong)
    {
        var right = Gzip(Utf8("{\"text\":\"one\"}\n"));
        byte[] bad = [.. right];
        bad[^6] ^= 1;
        var gaps = string.Concat(Enumerable.Range(1, wrong).Select(gap => $"gap {gap}: Malformed\n"));
        Assert.Equal(gaps + "line 1: Json", Show(await ReadAsync([.. Enumerable.Repeat(bad, wrong).SelectMany(b => b), .. right], "a.jsonl.gz")));
        Assert.Equal("line 1: Json\nline 2: Json", Show(await ReadAsync([.. right, .. right], "a.jsonl.gz")));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(1)]
    [InlineData(12)]
    public async Task ReadAsync_GzipLinesCutOffAtTheirEnd_AreKept(int cut)
    {
        var lines = string.Concat(Enumerable.Range(0, 5000).Select(i => $"{{\"text\":\"{i} {Guid.NewGuid()}\"}}\n"));
        var entries = await ReadAsync(Gzip(Utf8(lines))[..^cut], "a.jsonl.gz");
        Assert.InRange(entries.Count(entry => entry.Rejection is null), 4000, 5000);
        Assert.Equal(RejectionCategory.Malformed, entries[^1].Rejection?.Category);
    }

    [Fact]
    public async Task ReadAsync_GzipMemberTooLongToBeHeld_ComesOutBeforeItsChecksum()
    {
        var lines = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{{\"text\":\"{i} {Guid.NewGuid()}\"}}\n"));
        var packed = Gzip(Utf8(lines));
        packed[^6] ^= 1;
        var entries = await ReadAsync(packed, "a.jsonl.gz", limits: new FormatLimits { MaxArticleBytes = 100_000 });
        Assert.InRange(entries.Count(entry => entry.Rejection is null), 5_000, 10_000);
        Assert.Equal(RejectionCategory.Malformed, entries[^1].Rejection?.Category);
    }

    [Fact]
    public async Task ReadAsync_GzipMembers_AreOneText()
    {
        var entry = await ReadOneAsync([.. Gzip(Utf8("one "), Utf8("two"), [], Utf8(" three")), .. new byte[512]], "a.txt.gz");
        Assert.Equal("one two three", Text(entry).Text);
    }

    [Fact]
    public async Task ReadAsync_TarGz_ItsFiles()
    {
        var tar = new MemoryStream();
        await using (var writer = new TarWriter(tar, leaveOpen: true))
        {
            await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.Directory, "./d"));
            await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "./d/a.txt") { DataStream = new MemoryStream(Words) });
            await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "../b.txt") { DataStream = new MemoryStream(Words) });
            await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "c.jsonl") { DataStream = new MemoryStream(Utf8("{\"text\":\"c\"}\n{\"text\":\"d\"}")) });
            await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, "l") { LinkName = "/etc/passwd" });
        }

        Assert.Equal("d/a.txt: PlainText\n../b.txt: UnsafePath\nc.jsonl > line 1: Json\nc.jsonl > line 2: Json", Show(await ReadAsync(Gzip(tar.ToArray()), "a.tgz")));
    }

    private static int Central(byte[] zip, int entry)
    {
        var at = -1;
        for (var i = 0; i <= entry; i++)
        {
            at += 1 + zip.AsSpan(at + 1).IndexOf("PK\x01\x02"u8);
        }

        return at;
    }
}
