using System.Text;

namespace Pipeline.Articles.Cleaning.Text;

/// <summary>
/// UTF-8 that was read as windows-1252 ("donâ€™t", "cafÃ©") and stands so in the text. Each broken character is repaired by itself,
/// and only in texts where such sequences abound and little else lies outside ASCII, since each may also be meant.
/// </summary>
internal static class Mojibake
{
    /// <summary>Longest broken character: four bytes.</summary>
    public const int Longest = 4;

    private const int Fewest = 3;
    private const int CharactersRead = 200_000;

    /// <summary>The characters that windows-1252 has at 0x80 to 0x9F; where it has none, the control character stands.</summary>
    private const string High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>True when a text is broken throughout.</summary>
    public static bool Abounds(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, CharactersRead)];
        var broken = 0;
        var other = 0;
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOfAnyExceptInRange('\0', '\u007F');
            if (next < 0)
            {
                break;
            }

            i += next;
            var length = Decode(text[i..], out _);
            broken += length > 0 ? 1 : 0;
            other += length > 0 ? 0 : 1;
            i += Math.Max(1, length);
        }

        return broken >= Fewest && broken > 4 * other;
    }

    /// <summary>The broken character at the text's beginning.</summary>
    /// <returns>How many characters stand for it; 0 when none does.</returns>
    public static int Decode(ReadOnlySpan<char> text, out string value)
    {
        value = "";

        // The first of several bytes is the same character in windows-1252.
        var length = text[0] switch
        {
            >= '\u00C2' and <= '\u00DF' => 2,
            >= '\u00E0' and <= '\u00EF' => 3,
            >= '\u00F0' and <= '\u00F4' => 4,
            _ => 0,
        };
        if (length == 0 || text.Length < length)
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[Longest];
        for (var i = 0; i < length; i++)
        {
            var b = ByteOf(text[i]);
            if (b < 0 || (i > 0 && b is < 0x80 or > 0xBF))
            {
                return 0;
            }

            bytes[i] = (byte)b;
        }

        Span<char> decoded = stackalloc char[2];
        if (!Rune.DecodeFromUtf8(bytes[..length], out var rune, out var read).Equals(System.Buffers.OperationStatus.Done) || read != length)
        {
            return 0;
        }

        value = decoded[..rune.EncodeToUtf16(decoded)].ToString();
        return length;
    }

    private static int ByteOf(char c)
    {
        if (c is (>= '\u00A0' and <= '\u00FF') or < '\u0080')
        {
            return c;
        }

        var place = High.IndexOf(c, StringComparison.Ordinal);
        return place < 0 ? -1 : 0x80 + place;
    }
}
