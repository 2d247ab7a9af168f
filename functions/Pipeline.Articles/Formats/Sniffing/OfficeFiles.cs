using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Sniffing;

/// <summary>Documents and programs that are zip files inside: their first entry gives them away.</summary>
internal static class OfficeFiles
{
    private const int NameLengthOffset = 26;
    private const int NameOffset = 30;

    private static readonly (string Prefix, string What)[] FirstEntries =
    [
        ("[Content_Types].xml", "an Office document (docx, xlsx or pptx)"),
        ("_rels/", "an Office document (docx, xlsx or pptx)"),
        ("docProps/", "an Office document (docx, xlsx or pptx)"),
        ("word/", "an Office document (docx)"),
        ("xl/", "an Office document (xlsx)"),
        ("ppt/", "an Office document (pptx)"),
        ("META-INF/MANIFEST.MF", "a program (Java archive)"),
        ("AndroidManifest.xml", "a program (Android package)"),
    ];

    public static Rejection? Find(ReadOnlySpan<byte> zip)
    {
        if (zip.Length < NameOffset || !zip.StartsWith("PK\x03\x04"u8))
        {
            return null;
        }

        var name = zip.Slice(NameOffset, Math.Min(zip.Length - NameOffset, zip[NameLengthOffset] | (zip[NameLengthOffset + 1] << 8)));
        foreach (var (prefix, what) in FirstEntries)
        {
            if (AsciiBytes.StartsWith(name, prefix))
            {
                return Reject.Binary(what);
            }
        }

        if (!name.SequenceEqual("mimetype"u8))
        {
            return null;
        }

        var content = zip.Slice(NameOffset + name.Length, Math.Min(80, zip.Length - NameOffset - name.Length));
        return content.IndexOf("application/epub"u8) >= 0 ? Reject.Binary("an e-book document (EPUB)")
            : content.IndexOf("opendocument"u8) >= 0 ? Reject.Binary("an OpenDocument document") : null;
    }
}
