using System.Text.Unicode;

namespace Pipeline.Articles.Formats.Charsets;

/// <summary>Whether bytes are UTF-8 without a fault.</summary>
internal static class StrictUtf8
{
    private const int LongestSequence = 4;

    public static bool IsValid(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes);

    /// <summary>The same for the first bytes of a longer text, whose last character may be cut.</summary>
    public static bool IsValidHead(ReadOnlySpan<byte> head, bool whole)
    {
        if (!whole)
        {
            var cut = head.Length;
            while (cut > 0 && head.Length - cut < LongestSequence && (head[cut - 1] & 0xC0) == 0x80)
            {
                cut--;
            }

            head = head[..Math.Max(0, cut - (cut > 0 && head[cut - 1] >= 0xC0 ? 1 : 0))];
        }

        return Utf8.IsValid(head);
    }
}
