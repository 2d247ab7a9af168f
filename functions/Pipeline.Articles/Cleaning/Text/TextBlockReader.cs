using System.Buffers;
using Pipeline.Articles.Cleaning.Blocks;

namespace Pipeline.Articles.Cleaning.Text;

/// <summary>
/// Reads text that has no HTML structure into blocks, a line each. Markdown that scrapers leave (links, images, list marks,
/// emphasis) is taken off on the way and counted, since links tell menus from paragraphs.
/// </summary>
internal static class TextBlockReader
{
    /// <summary>A longer paragraph is none, and joining on would hide the lines of a source that only looks like prose.</summary>
    private const int LongestBlock = 20_000;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u2028\u2029");

    /// <remarks>
    /// <code>
    /// line -> marks at its start -> words, links, emphasis -> goes on in the next line? yes: same block, no: block done
    /// </code>
    /// </remarks>
    public static BlockList Read(string source, bool markdown, CancellationToken ct)
    {
        var blocks = new BlockList(source);
        var inline = new InlineMarkdown(blocks, markdown);
        var width = WrapWidth.Find(source);
        var (gap, images, goesOn) = (0, 0, false);
        var block = default(Block);
        var end = EndOf(source, 0);
        for (var at = 0; at < source.Length;)
        {
            var next = AfterBreak(source, end);
            var nextEnd = EndOf(source, next);
            block = goesOn ? block : new Block { Node = -1, Gap = Math.Min(gap, 3), Images = images };
            var start = markdown && !goesOn ? LineStart.Skip(source, at, end, ref block.Shape) : at;
            inline.Read(start, end, ref block);
            goesOn = next < source.Length && blocks.Pending > 0 && block.Shape is BlockShape.Plain or BlockShape.ListItem or BlockShape.Quote && blocks.Pending < LongestBlock
                && Join(blocks, source.AsSpan(at, end - at).Trim(), source.AsSpan(next, nextEnd - next).Trim(), width, goesOn, (end, next));
            if (!goesOn)
            {
                var holdsText = blocks.EndBlock(block);
                (gap, images) = holdsText ? (0, 0) : (gap + 1, block.Images);
            }

            (at, end) = (next, nextEnd);
            if ((blocks.Count & 0xFFF) == 0)
            {
                ct.ThrowIfCancellationRequested();
            }
        }

        if (goesOn)
        {
            blocks.EndBlock(block);
        }

        return blocks;
    }

    private static bool Join(
        BlockList blocks, ReadOnlySpan<char> line, ReadOnlySpan<char> next, int width, bool isRunning, (int Start, int End) lineBreak)
    {
        if (line.IsEmpty || next.IsEmpty || !LineJoins.GoesOn(line, next, width, isRunning))
        {
            return false;
        }

        var isHyphen = LineJoins.IsHyphen(line, next);
        if (isHyphen && LineJoins.IsOneWord(line, next, blocks.Source))
        {
            blocks.DropLast();
        }
        else if (!isHyphen && !LineJoins.NeedsNoSpace(line[^1], next[0]))
        {
            blocks.AppendSpaceInstead(lineBreak.Start, lineBreak.End - lineBreak.Start);
        }

        return true;
    }

    private static int EndOf(string source, int at)
    {
        var length = at < source.Length ? source.AsSpan(at).IndexOfAny(LineEnds) : -1;
        return length < 0 ? source.Length : at + length;
    }

    private static int AfterBreak(string source, int end) =>
        end + (end + 1 < source.Length && source[end] == '\r' && source[end + 1] == '\n' ? 2 : 1);

    /// <summary>True when a text carries the marks of Markdown: link targets, or several lines that begin with a mark.</summary>
    public static bool LooksLikeMarkdown(ReadOnlySpan<char> text)
    {
        const int Enough = 3;
        var head = text[..Math.Min(text.Length, 200_000)];
        var (links, marks, lastLinked) = (0, 0, -1);
        for (var at = 0; head[at..].IndexOf("](") is >= 0 and var found; at += found + 2)
        {
            // Links of one line count once.
            var end = at + found;
            links += lastLinked >= 0 && !head[lastLinked..end].ContainsAny(LineEnds) ? 0 : 1;
            lastLinked = end;
            if (links >= Enough)
            {
                return true;
            }
        }

        // Most texts hold no mark at all, and their lines need no look.
        for (var at = head.ContainsAny('*', '#') ? 0 : head.Length; at < head.Length && links + marks < 2 * Enough; at++)
        {
            var length = head[at..].IndexOfAny(LineEnds);
            var line = (length < 0 ? head[at..] : head.Slice(at, length)).TrimStart();
            marks += line.StartsWith("* ") || line.StartsWith("## ") || line.StartsWith("### ") || line.StartsWith("# ") ? 1 : 0;
            at = length < 0 ? head.Length : at + length;
        }

        return links + marks >= 2 * Enough;
    }
}
