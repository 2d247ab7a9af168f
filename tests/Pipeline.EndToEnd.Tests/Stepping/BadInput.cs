using System.IO.Compression;
using System.Text;

namespace Pipeline.EndToEnd.Tests.Stepping;

/// <summary>Files that no article can be made of, made in place.</summary>
internal static class BadInput
{
    private const int TenMegabytes = 10 * 1024 * 1024;

    public static BinaryData Create(string name) => name switch
    {
        "empty.txt" => new BinaryData(Array.Empty<byte>()),
        "blank.html" => BinaryData.FromString(" \r\n\t "),
        "picture.html" => new BinaryData(Picture()),
        "large.txt" => BinaryData.FromString(string.Concat(Enumerable.Repeat("All work and no play. ", TenMegabytes / 20))),
        "bomb.txt.gz" => new BinaryData(Gzip(64 * 1024 * 1024)),
        "bomb.zip" => new BinaryData(Zip(("page.txt", new byte[64 * 1024 * 1024]))),
        "escape.zip" => new BinaryData(Zip(("../../etc/page.txt", Encoding.UTF8.GetBytes("A page that wants out.")))),
        "cut.zip" => new BinaryData(Zip(("page.txt", Picture()))[..40]),
        "cut.json" => BinaryData.FromString("""{"title":"Cut off","text":"never clo"""),
        "menu.html" => BinaryData.FromString(
            "<html><body><nav><a href='/a'>Home</a><a href='/b'>News</a><a href='/c'>Contact</a></nav></body></html>"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown sample."),
    };

    /// <summary>The first bytes of a PNG, and noise.</summary>
    private static byte[] Picture()
    {
        var bytes = new byte[4096];
        new Random(1).NextBytes(bytes);
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }.CopyTo(bytes, 0);
        return bytes;
    }

    private static byte[] Gzip(int zeros)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(new byte[zeros]);
        }

        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }
}
