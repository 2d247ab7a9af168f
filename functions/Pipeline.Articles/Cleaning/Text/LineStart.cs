using System.Buffers;
using Pipeline.Articles.Cleaning.Blocks;

namespace Pipeline.Articles.Cleaning.Text;

/// <summary>The marks at the start of a Markdown line: "## ", "* ", "1. ", "&gt; ", "| ", and lines that are nothing but a rule.</summary>
internal static class LineStart
{
    private static readonly SearchValues<char> RuleMarks = SearchValues.Create("-*_=|: ");

    /// <returns>Where the line's text starts; the line's end when it holds none.</returns>
    public static int Skip(string source, int start, int end, ref BlockShape shape)
    {
        var at = SkipSpaces(source, start, end);
        if (IsRule(source.AsSpan(at, end - at)))
        {
            return end;
        }

        while (at < end)
        {
            var next = SkipMark(source, at, end, ref shape);
            if (next == at)
            {
                break;
            }

            at = SkipSpaces(source, next, end);
        }

        return at;
    }

    private static int SkipMark(string source, int at, int end, ref BlockShape shape)
    {
        var rest = source.AsSpan(at, end - at);
        switch (rest[0])
        {
            case '#':
                var level = rest.IndexOfAnyExcept('#');
                if (level is > 0 and <= 6 && rest[level] == ' ')
                {
                    shape = BlockShape.Heading;
                    return at + level;
                }

                return at;
            case '*' or '-' or '+' or '•' when rest.Length > 1 && rest[1] == ' ':
                shape = BlockShape.ListItem;
                return at + 2;
            case '>':
                shape = BlockShape.Quote;
                return at + 1;
            case '|':
                shape = BlockShape.TableRow;
                return at + 1;
            case >= '0' and <= '9':
                var digits = rest.IndexOfAnyExceptInRange('0', '9');
                if (digits is > 0 and <= 3 && rest[digits] == '.' && digits + 1 < rest.Length && rest[digits + 1] == ' ' && shape != BlockShape.ListItem)
                {
                    shape = BlockShape.ListItem;
                    return at + digits + 1;
                }

                return at;
            default:
                return at;
        }
    }

    private static bool IsRule(ReadOnlySpan<char> line) =>
        line.TrimEnd() is { Length: >= 3 } trimmed && !trimmed.ContainsAnyExcept(RuleMarks);

    private static int SkipSpaces(string source, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(source[at]))
        {
            at++;
        }

        return at;
    }
}
