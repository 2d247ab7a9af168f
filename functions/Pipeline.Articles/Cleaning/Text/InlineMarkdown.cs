using System.Buffers;
using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Html;

namespace Pipeline.Articles.Cleaning.Text;

/// <summary>
/// Reads one line: links keep their words and lose their targets, images go, emphasis and leftover HTML tags go.
/// Linear for any line: brackets are matched once with a stack, and looking for link ends has a budget.
/// </summary>
internal sealed class InlineMarkdown(BlockList blocks, bool emphasis)
{
    private const int LongestTarget = 4000;
    private const int LongestTag = 300;

    /// <summary>No line that a person wrote is longer; the bookkeeping for links would cost gigabytes.</summary>
    private const int LongestLine = 200_000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("[<*_`\\|");

    private readonly Dictionary<int, int> _closing = [];
    private readonly Stack<int> _brackets = new();
    private readonly Stack<(int Close, int End)> _links = new();
    private long _budget;

    public void Read(int start, int end, ref Block block)
    {
        var source = blocks.Source;
        var line = source.AsSpan(start, end - start);
        if (line.Length > LongestLine || !line.ContainsAny(Marks))
        {
            TextAppender.Append(blocks, start, end);
            return;
        }

        _budget = (4L * line.Length) + (4 * LongestTarget);
        MatchBrackets(start, end);
        _links.Clear();
        var textStart = start;
        var at = start;
        while (at < end)
        {
            var skip = _links.TryPeek(out var link) && link.Close == at ? LeaveLink(link) : Skip(at, end, ref block);
            if (skip == at)
            {
                at++;
                continue;
            }

            Append(textStart, at, ref block, link.End > 0 && skip == link.End ? 1 : _links.Count);
            at = textStart = skip;
        }

        Append(textStart, end, ref block, _links.Count);
    }

    private int LeaveLink((int Close, int End) link)
    {
        _links.Pop();
        return link.End;
    }

    private void Append(int start, int end, ref Block block, int openLinks)
    {
        var before = blocks.Pending;
        TextAppender.Append(blocks, start, end);
        if (openLinks > 0)
        {
            block.LinkCharacters += blocks.Pending - before;
        }
    }

    /// <returns>The place after the markup that starts here; the place itself when none does.</returns>
    private int Skip(int at, int end, ref Block block)
    {
        var source = blocks.Source;
        var next = at + 1 < end ? source[at + 1] : '\0';
        switch (source[at])
        {
            case '!' when next == '[' && LinkEnd(at + 1, end) is > 0 and var imageEnd:
                block.Images++;
                return imageEnd;
            case '[' when LinkEnd(at, end) is > 0 and var linkEnd:
                block.Links++;
                _links.Push((_closing[at], linkEnd));
                return at + 1;
            case '<' when char.IsAsciiLetter(next) || next == '/':
                return TagEnd(at, end);
            case '*' or '_' or '`' when emphasis && IsEmphasis(at, end):
                return at + 1;
            case '\\' when emphasis && char.IsPunctuation(next):
                return at + 1;
            case '|' when emphasis && block.Shape == BlockShape.TableRow:
                blocks.InsertSpace(at);
                return at + 1;
            default:
                return at;
        }
    }

    private bool IsEmphasis(int at, int end)
    {
        var source = blocks.Source;
        var before = at == 0 ? ' ' : source[at - 1];
        var after = at + 1 < end ? source[at + 1] : ' ';
        return source[at] != '_' || !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after));
    }

    private int TagEnd(int at, int end)
    {
        var source = blocks.Source;
        var name = at + (source[at + 1] == '/' ? 2 : 1);
        var nameEnd = name;
        while (nameEnd < end && nameEnd - name < 12 && char.IsAsciiLetterOrDigit(source[nameEnd]))
        {
            nameEnd++;
        }

        var known = nameEnd > name && HtmlTraits.Find(source.AsSpan(name, nameEnd - name)) != HtmlTag.Unknown;
        var isUrl = source.AsSpan(name, end - name).StartsWith("http", StringComparison.OrdinalIgnoreCase);
        if (!known && !isUrl)
        {
            return at;
        }

        var window = source.AsSpan(at, Math.Min(end - at, LongestTag));
        _budget -= window.Length;
        var close = _budget > 0 ? window.IndexOf('>') : -1;
        return close < 0 ? at : at + close + 1;
    }

    /// <summary>For a "[" with a target behind its "]": the place after the target's ")". Else 0.</summary>
    private int LinkEnd(int open, int end)
    {
        if (!_closing.TryGetValue(open, out var close) || close + 1 >= end || blocks.Source[close + 1] != '(' || _budget < 0)
        {
            return 0;
        }

        var depth = 0;
        var quoted = false;
        var limit = Math.Min(end, close + LongestTarget);
        for (var at = close + 1; at < limit; at++)
        {
            _budget--;
            var c = blocks.Source[at];
            quoted = c == '"' ? !quoted : quoted;
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && !quoted)
            {
                return at + 1;
            }
        }

        return 0;
    }

    private void MatchBrackets(int start, int end)
    {
        _closing.Clear();
        _brackets.Clear();
        var source = blocks.Source;
        if (source.AsSpan(start, end - start).IndexOf("](") < 0)
        {
            return;
        }

        for (var at = start; at < end; at++)
        {
            if (source[at] == '[')
            {
                _brackets.Push(at);
            }
            else if (source[at] == ']' && _brackets.TryPop(out var open))
            {
                _closing[open] = at;
            }
        }
    }
}
