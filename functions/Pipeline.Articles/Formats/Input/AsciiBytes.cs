namespace Pipeline.Articles.Formats.Input;

/// <summary>Comparisons of bytes with ASCII names.</summary>
internal static class AsciiBytes
{
    public static bool StartsWith(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> prefix) =>
        bytes.Length >= prefix.Length && System.Text.Ascii.EqualsIgnoreCase(bytes[..prefix.Length], prefix);

    public static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0B or 0x0C;

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0 && IsSpace(bytes[0]))
        {
            bytes = bytes[1..];
        }

        while (bytes.Length > 0 && IsSpace(bytes[^1]))
        {
            bytes = bytes[..^1];
        }

        return bytes;
    }
}
