using System.Text;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Sniffing;

/// <summary>Files that are no articles, known by the numbers they begin with.</summary>
internal static class BinarySignatures
{
    private static readonly (byte[] Magic, int Offset, string What)[] Binaries =
    [
        ("%PDF-"u8.ToArray(), 0, "a PDF document"),
        ([0x89, .. "PNG\r\n"u8], 0, "a PNG image"),
        ([0xFF, 0xD8, 0xFF], 0, "a JPEG image"),
        ("GIF87a"u8.ToArray(), 0, "a GIF image"),
        ("GIF89a"u8.ToArray(), 0, "a GIF image"),
        ("II*\0"u8.ToArray(), 0, "a TIFF image"),
        ("MM\0*"u8.ToArray(), 0, "a TIFF image"),
        ([0, 0, 1, 0], 0, "an icon"),
        ([0x1A, 0x45, 0xDF, 0xA3], 0, "a video (Matroska or WebM)"),
        ("OggS"u8.ToArray(), 0, "a sound or video file (Ogg)"),
        ("fLaC"u8.ToArray(), 0, "a sound file (FLAC)"),
        ([.. "ID3"u8, 2], 0, "a sound file (MP3)"),
        ([.. "ID3"u8, 3], 0, "a sound file (MP3)"),
        ([.. "ID3"u8, 4], 0, "a sound file (MP3)"),
        ("wOFF"u8.ToArray(), 0, "a font"),
        ("wOF2"u8.ToArray(), 0, "a font"),
        ([0, 1, 0, 0, 0], 0, "a font"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, "an old Office document"),
        ([0x7F, .. "ELF"u8], 0, "an executable (ELF)"),
        ([0xCF, 0xFA, 0xED, 0xFE], 0, "an executable (Mach-O)"),
        ([0xCA, 0xFE, 0xBA, 0xBE], 0, "an executable (Mach-O or Java class)"),
        ("\0asm"u8.ToArray(), 0, "an executable (WebAssembly)"),
        ("SQLite format 3\0"u8.ToArray(), 0, "an SQLite database"),
        ("BOOKMOBI"u8.ToArray(), 60, "an e-book document (MOBI)"),
    ];

    // Letters alone begin texts too ("ID3 tags explained"), so each has something that a text has not.
    private static readonly (byte[] Magic, int Offset, string What, string Advice)[] Unread =
    [
        ("1AY&SY"u8.ToArray(), 4, "a bzip2 archive", "pack it with gzip or zip"),
        ([0xFD, .. "7zXZ\0"u8], 0, "an xz archive", "pack it with gzip or zip"),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, "a Zstandard archive", "pack it with gzip or zip"),
        ([0x04, 0x22, 0x4D, 0x18], 0, "an LZ4 archive", "pack it with gzip or zip"),
        ("7z\xBC\xAF\x27\x1C".Select(c => (byte)c).ToArray(), 0, "a 7-Zip archive", "pack it with gzip or zip"),
        ("Rar!\x1A\x07".Select(c => (byte)c).ToArray(), 0, "a RAR archive", "pack it with gzip or zip"),
        ([.. "PAR1"u8, 0x15], 0, "a Parquet table", "export it as JSON lines"),
        ("Obj\x01"u8.ToArray(), 0, "an Avro file", "export it as JSON lines"),
        ([.. "{\\rtf"u8], 0, "an RTF document", "export it as HTML or plain text"),
    ];

    public static Rejection? Find(ReadOnlySpan<byte> head)
    {
        foreach (var (magic, offset, what) in Binaries)
        {
            if (head.Length > offset && head[offset..].StartsWith(magic))
            {
                return Reject.Binary(what);
            }
        }

        foreach (var (magic, offset, what, advice) in Unread)
        {
            if (head.Length > offset && head[offset..].StartsWith(magic))
            {
                return Reject.Unread(what, advice);
            }
        }

        return Container(head) is { } media ? Reject.Binary(media) : IsWindowsProgram(head) ? Reject.Binary("an executable (Windows)") : null;
    }

    private static string? Container(ReadOnlySpan<byte> head) =>
        head.Length < 12 ? null
        : head.StartsWith("RIFF"u8) ? Encoding.ASCII.GetString(head.Slice(8, 4)) switch
        {
            "WEBP" => "a WebP image",
            "WAVE" => "a sound file (WAV)",
            "AVI " => "a video (AVI)",
            _ => null,
        }
        : head[0] == 0 && head[4..].StartsWith("ftyp"u8) ? "a video or image in an MP4 container" : null;

    /// <summary>"MZ" alone also begins texts; a program has a header size of whole paragraphs and NULs close by.</summary>
    private static bool IsWindowsProgram(ReadOnlySpan<byte> head) =>
        head.Length >= 64 && head.StartsWith("MZ"u8) && head[..64].Count((byte)0) > 8;
}
