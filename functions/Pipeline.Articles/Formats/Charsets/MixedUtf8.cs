using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Pipeline.Articles.Formats.Charsets;

/// <summary>UTF-8 with faults: bad bytes become U+FFFD, and lines that were pasted in from windows-1252 are read as that.</summary>
internal static class MixedUtf8
{
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (StrictUtf8.IsValid(bytes))
        {
            return new DecodedText(Encoding.UTF8.GetString(bytes), "utf-8");
        }

        var latin = CharsetLabels.Get(declared is not null && declared.StartsWith("windows-125", StringComparison.Ordinal) ? declared : "windows-1252");
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n') + 1;
            var line = end == 0 ? bytes : bytes[..end];
            text.Append(!StrictUtf8.IsValid(line) && IsLatin(line) ? latin.GetString(line) : Encoding.UTF8.GetString(line));
            bytes = bytes[line.Length..];
        }

        return new DecodedText(text.ToString(), "utf-8");
    }

    /// <summary>
    /// No sequence of UTF-8 in it, and every high byte stands where a letter with an accent or a sign of print would: in or at
    /// a word. One bad byte between blanks is no reason.
    /// </summary>
    private static bool IsLatin(ReadOnlySpan<byte> line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            var b = line[at];
            if (b < 0x80)
            {
                continue;
            }

            if (Rune.DecodeFromUtf8(line[at..], out _, out _) == OperationStatus.Done)
            {
                return false;
            }

            var before = at > 0 && char.IsAsciiLetter((char)line[at - 1]);
            var after = at + 1 < line.Length && char.IsAsciiLetter((char)line[at + 1]);
            var fits = b switch
            {
                0x82 or 0x84 or 0x85 or 0x91 or 0x92 or 0x93 or 0x94 or 0x95 or 0x96 or 0x97 or 0x80 or 0xA0 or 0xA3 or 0xA7 or 0xA9 or 0xAB or 0xA1 or 0xB0 or 0xB7 or 0xBB or 0xBF => true,
                0x8A or 0x8C or 0x8E or 0x9A or 0x9C or 0x9E => before || after,
                >= 0xC0 and not (0xD7 or 0xF7 or 0xFF or 0xFE or 0xDE or 0xF0 or 0xD0) => before || after,
                _ => false,
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
