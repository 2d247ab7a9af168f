using Pipeline.Articles.Formats.Markdown;

namespace Pipeline.Articles.Formats.Sniffing;

/// <summary>Tells Markdown from text by its marks.</summary>
internal static class MarkdownMarks
{
    /// <summary>Two kinds of marks, or one kind again and again, are no accident of a plain text.</summary>
    public static bool ArePlain(ReadOnlySpan<char> text)
    {
        if (FrontMatter.EndOf(text) > 0)
        {
            return true;
        }

        int headings = 0, subheadings = 0, links = CountLinks(text), bold = 0, rules = 0, items = 0;
        foreach (var line in text.EnumerateLines())
        {
            var trimmed = line.TrimStart();
            headings += IsHeading(trimmed) ? 1 : 0;
            subheadings += IsHeading(trimmed) && trimmed.StartsWith("##") ? 1 : 0;
            bold += HasPair(trimmed, "**") ? 1 : 0;
            rules += trimmed.StartsWith("```") || IsTableRule(trimmed) ? 1 : 0;
            items += trimmed.StartsWith("* ") || trimmed.StartsWith("- ") || trimmed.StartsWith("> ") ? 1 : 0;
        }

        // List signs alone stand in plain texts too, and a single "#" before hashtags and comments of code.
        var kinds = Math.Sign(headings) + Math.Sign(links) + Math.Sign(bold) + Math.Sign(rules);
        return kinds >= 2 || links >= 2 || subheadings >= 2 || bold >= 2 || (kinds == 1 && items >= 2) || HasEmptyImage(text);
    }

    private static bool IsHeading(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        return level is >= 1 and <= 6 && line[level] == ' ' && !line[level..].IsWhiteSpace();
    }

    private static bool IsTableRule(ReadOnlySpan<char> line) =>
        line.Length >= 3 && line.Contains('|') && line.Contains("--", StringComparison.Ordinal) && line.IndexOfAnyExcept("|-: ") < 0;

    private static bool HasPair(ReadOnlySpan<char> line, ReadOnlySpan<char> mark)
    {
        var open = line.IndexOf(mark);
        if (open < 0 || open + 2 >= line.Length || char.IsWhiteSpace(line[open + 2]))
        {
            return false;
        }

        var close = line[(open + 2)..].IndexOf(mark);
        return close > 0 && line[open + 2] != mark[0];
    }

    private static bool HasEmptyImage(ReadOnlySpan<char> text) => text.Contains("![](", StringComparison.Ordinal);

    private static int CountLinks(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = text.IndexOf("]("); at >= 0 && count < 3;)
        {
            var rest = text[(at + 2)..];
            count += rest.StartsWith("http") || rest.StartsWith("/") || rest.StartsWith("#") || rest.StartsWith(")")
                || rest.StartsWith("mailto:") || rest.StartsWith("<http") ? 1 : 0;
            var next = rest.IndexOf("](");
            at = next < 0 ? -1 : at + 2 + next;
        }

        return count;
    }
}
