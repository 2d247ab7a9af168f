using System.Text;

namespace Pipeline.Benchmarks.Entities.Corpus;

/// <summary>
/// The inline markup: <c>[ORG Lagos Water Board]</c>. A bracket or backslash of the text itself has a backslash before it. Every text with spans
/// has exactly one markup, and the other way round.
/// </summary>
internal static class CorpusMarkup
{
    private const int Outside = -1;

    public static IReadOnlyList<string> Types { get; } = ["PER", "LOC", "ORG", "NORP"];

    /// <exception cref="FormatException">A bracket is not closed, not opened or nested; a type is none of ours; a name is empty or has
    /// blanks at its ends; a backslash stands before something that needs none.</exception>
    public static CorpusArticle Read(string id, string markup)
    {
        var text = new StringBuilder(markup.Length);
        var spans = new List<CorpusSpan>();
        var (start, type) = (Outside, "");
        for (var at = 0; at < markup.Length; at++)
        {
            switch (markup[at])
            {
                case '\\':
                    at++;
                    if (at == markup.Length || markup[at] is not ('[' or ']' or '\\'))
                        throw Fault(id, markup, at - 1, "A backslash may only stand before a bracket or a backslash.");
                    text.Append(markup[at]);
                    break;
                case '[':
                    if (start != Outside)
                        throw Fault(id, markup, at, "A name inside a name; only the longest is marked.");
                    type = Types.FirstOrDefault(known => string.CompareOrdinal(markup, at + 1, known + " ", 0, known.Length + 1) == 0)
                        ?? throw Fault(id, markup, at, $"A bracket opens with none of {string.Join(", ", Types)}; a literal one is written \\[.");
                    at += type.Length + 1;
                    start = text.Length;
                    break;
                case ']':
                    if (start == Outside)
                        throw Fault(id, markup, at, "A bracket closes what none opened; a literal one is written \\].");
                    var name = text.ToString(start, text.Length - start);
                    if (name.Length == 0 || name.Trim() != name || name.Contains('\n', StringComparison.Ordinal))
                        throw Fault(id, markup, at, "A name must have letters, no blanks at its ends, and stand on one line.");
                    spans.Add(new CorpusSpan(start, text.Length, type));
                    start = Outside;
                    break;
                default:
                    text.Append(markup[at]);
                    break;
            }
        }
        return start == Outside
            ? new CorpusArticle(id, text.ToString(), spans)
            : throw Fault(id, markup, markup.Length, $"The name \"{text.ToString(start, Math.Min(40, text.Length - start))}\" is never closed.");
    }

    /// <summary>The markup that <see cref="Read"/> reads back to the same article.</summary>
    public static string Write(CorpusArticle article)
    {
        var markup = new StringBuilder(article.Text.Length * 5 / 4);
        var next = 0;
        foreach (var span in article.Spans)
        {
            Escape(article.Text.AsSpan(next, span.Start - next));
            markup.Append('[').Append(span.Type).Append(' ');
            Escape(article.Text.AsSpan(span.Start, span.End - span.Start));
            markup.Append(']');
            next = span.End;
        }
        Escape(article.Text.AsSpan(next));
        return markup.ToString();

        void Escape(ReadOnlySpan<char> text)
        {
            foreach (var letter in text)
                (letter is '[' or ']' or '\\' ? markup.Append('\\') : markup).Append(letter);
        }
    }

    private static FormatException Fault(string id, string markup, int at, string what)
    {
        var line = markup.AsSpan(0, at).Count('\n') + 1;
        var around = markup[Math.Max(0, at - 30)..Math.Min(markup.Length, at + 10)].ReplaceLineEndings(" ");
        return new FormatException($"{id}, line {line}, near \"{around}\": {what}");
    }
}
