using System.IO.Compression;
using System.Text;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Formats;

/// <summary>Builds files in memory and reads them.</summary>
internal static class Reading
{
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static Task<List<RawEntry>> ReadAsync(byte[] file, string name = "file", string? contentType = null, FormatLimits? limits = null) =>
        ReadAsync(new MemoryStream(file), name, contentType, limits);

    public static async Task<List<RawEntry>> ReadAsync(Stream file, string name = "file", string? contentType = null, FormatLimits? limits = null)
    {
        var entries = new List<RawEntry>();
        await foreach (var entry in new ArticleReader(limits ?? new FormatLimits()).ReadAsync(file, name, contentType, CancellationToken.None))
        {
            entries.Add(entry);
        }

        return entries;
    }

    public static async Task<RawEntry> ReadOneAsync(byte[] file, string name = "file", string? contentType = null, FormatLimits? limits = null) =>
        Assert.Single(await ReadAsync(file, name, contentType, limits));

    public static SourceText Text(RawEntry entry)
    {
        var result = EntryDecoder.Decode(entry);
        Assert.Null(result.Rejection);
        return result.Text!;
    }

    public static byte[] Gzip(params byte[][] members)
    {
        var packed = new MemoryStream();
        foreach (var member in members)
        {
            using var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(member);
        }

        return packed.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }

    public static string Show(IEnumerable<RawEntry> entries) =>
        string.Join("\n", entries.Select(e => $"{e.Place}: {e.Rejection?.Category.ToString() ?? e.Kind.ToString()}"));
}
