using System.Buffers;
using System.Text;

namespace Pipeline.Articles.Formats.Charsets;

/// <summary>Decides between what is declared and what the bytes look like.</summary>
internal static class CharsetEvidence
{
    // This many characters beyond ASCII that read as UTF-8 are no accident, whatever is declared.
    private const int NoAccident = 4;
    private const int FewFaults = 3;

    /// <summary>The charset to decode with, as a name that <see cref="CharsetLabels"/> knows.</summary>
    public static string Weigh(ReadOnlySpan<byte> bytes, ReadOnlySpan<string?> declared)
    {
        if (IsIso2022Jp(bytes))
        {
            return "iso-2022-jp";
        }

        // A text in UTF-8 with bad bytes, or one in ASCII with so few that nothing can be told from them.
        var (sequences, faults) = CountUtf8(bytes);
        var known = Known(declared);
        if ((sequences > 0 && sequences >= faults && !RefutesUtf8(bytes, declared)) || (sequences == 0 && faults <= FewFaults && known.Count == 0))
        {
            return "utf-8";
        }

        return CharsetDetection.Detect(bytes, known) ?? "utf-8";
    }

    /// <summary>ASCII with the escapes that switch to Japanese characters.</summary>
    public static bool IsIso2022Jp(ReadOnlySpan<byte> bytes) =>
        (bytes.IndexOf("\x1B$B"u8) >= 0 || bytes.IndexOf("\x1B$@"u8) >= 0) && System.Text.Ascii.IsValid(bytes);

    /// <summary>Valid UTF-8 is an accident: a few characters in a declared charset of two bytes a character.</summary>
    public static bool RefutesUtf8(ReadOnlySpan<byte> bytes, ReadOnlySpan<string?> declared)
    {
        if (System.Text.Ascii.IsValid(bytes) || FirstKnown(declared) is not ("gb18030" or "big5" or "euc-kr" or "shift_jis" or "euc-jp"))
        {
            return false;
        }

        return bytes.IndexOfAnyInRange((byte)0xE0, (byte)0xFF) < 0 && CountUtf8(bytes).Sequences < NoAccident;
    }

    public static string? FirstKnown(ReadOnlySpan<string?> declared)
    {
        foreach (var label in declared)
        {
            if (CharsetLabels.NameOf(label) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private static List<string> Known(ReadOnlySpan<string?> declared)
    {
        var names = new List<string>(declared.Length);
        foreach (var label in declared)
        {
            // Bytes that hold no zeros are in none of the wide charsets.
            if (CharsetLabels.NameOf(label) is { } name && !name.StartsWith("utf-", StringComparison.Ordinal))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private static (int Sequences, int Faults) CountUtf8(ReadOnlySpan<byte> bytes)
    {
        var (sequences, faults) = (0, 0);
        while (true)
        {
            var high = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (high < 0)
            {
                return (sequences, faults);
            }

            bytes = bytes[high..];
            var valid = Rune.DecodeFromUtf8(bytes, out _, out var used) == OperationStatus.Done;
            sequences += valid ? 1 : 0;
            faults += valid ? 0 : 1;
            bytes = bytes[used..];
        }
    }
}
