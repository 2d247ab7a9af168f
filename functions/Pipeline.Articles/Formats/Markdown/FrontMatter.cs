using System.Buffers;

namespace Pipeline.Articles.Formats.Markdown;

/// <summary>The block of "key: value" lines between two "---" lines with which many Markdown files begin.</summary>
internal static class FrontMatter
{
    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-. \"");

    private const int MaxLength = 16 * 1024;

    /// <summary>Where the text after the front matter begins, in UTF-16 units; 0 when the text has none.</summary>
    public static int EndOf(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("---"))
        {
            return 0;
        }

        var at = NextLine(text, 0);
        if (!text[3..at].IsWhiteSpace())
        {
            return 0;
        }

        for (var keys = 0; at < text.Length && at < MaxLength;)
        {
            var next = NextLine(text, at);
            var line = text[at..next].TrimEnd();
            if (line is "---" or "...")
            {
                return keys > 0 ? next : 0;
            }

            if (IsKeyLine(line))
            {
                keys++;
            }
            else if (keys == 0 || !IsContinuation(line))
            {
                return 0;
            }

            at = next;
        }

        return 0;
    }

    public static int NextLine(ReadOnlySpan<char> text, int at)
    {
        var end = text[at..].IndexOf('\n');
        return end < 0 ? text.Length : at + end + 1;
    }

    public static bool IsKeyLine(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        return colon > 0 && !char.IsWhiteSpace(line[0]) && line[0] is not ('-' or '#')
            && line[..colon].IndexOfAnyExcept(KeyCharacters) < 0
            && (colon + 1 == line.Length || char.IsWhiteSpace(line[colon + 1]));
    }

    /// <summary>An empty line, a comment, a list item or an indented line belongs to the key above it.</summary>
    private static bool IsContinuation(ReadOnlySpan<char> line) =>
        line.Length == 0 || char.IsWhiteSpace(line[0]) || line[0] is '-' or '#' or ']';
}
