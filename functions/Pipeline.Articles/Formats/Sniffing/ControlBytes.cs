namespace Pipeline.Articles.Formats.Sniffing;

/// <summary>Bytes that texts in no charset hold in number.</summary>
internal static class ControlBytes
{
    /// <summary>A stray NUL or control byte happens in scraped texts; one in fifty does not.</summary>
    public static bool AreTooMany(ReadOnlySpan<byte> sample)
    {
        var count = 0;
        foreach (var b in sample)
        {
            // ESC switches sets in ISO-2022-JP, SUB ends files of old systems.
            count += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x0B or 0x1B or 0x1A) || b == 0x7F ? 1 : 0;
        }

        return count > 0 && count >= Math.Max(1, sample.Length / 50);
    }
}
