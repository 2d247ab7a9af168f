using System.Buffers;
using Pipeline.Articles.Cleaning.Blocks;

namespace Pipeline.Articles.Cleaning.Text;

/// <summary>
/// Reads text that has no HTML structure into blocks, a line each. Markdown that scrapers leave (links, images, list marks,
/// emphasis) is taken off on the way and counted, since links tell menus from paragraphs.
/// </summary>
internal static class TextBlockReader
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u2028\u2029");

    public static BlockList Read(string source, bool markdown, CancellationToken ct)
    {
        var blocks = new BlockList(source);
        var inline = new InlineMarkdown(blocks, markdown);
        var gap = 0;
        var images = 0;
        for (var at = 0; at < source.Length;)
        {
            var length = source.AsSpan(at).IndexOfAny(LineEnds);
            var end = length < 0 ? source.Length : at + length;
            var block = new Block { Node = -1, Gap = Math.Min(gap, 3), Images = images };
            var start = markdown ? LineStart.Skip(source, at, end, ref block.Shape) : at;
            inline.Read(start, end, ref block);
            if (blocks.EndBlock(block))
            {
                gap = images = 0;
            }
            else
            {
                gap++;
                images = block.Images;
            }

            at = end + (end + 1 < source.Length && source[end] == '\r' && source[end + 1] == '\n' ? 2 : 1);
            if ((blocks.Count & 0xFFF) == 0)
            {
                ct.ThrowIfCancellationRequested();
            }
        }

        return blocks;
    }

    /// <summary>True when a text carries the marks of Markdown: link targets, or several lines that begin with a mark.</summary>
    public static bool LooksLikeMarkdown(ReadOnlySpan<char> text)
    {
        const int Enough = 3;
        var links = 0;
        var marks = 0;
        var head = text[..Math.Min(text.Length, 200_000)];
        foreach (var line in head.EnumerateLines())
        {
            var trimmed = line.TrimStart();
            marks += trimmed.StartsWith("* ") || trimmed.StartsWith("## ") || trimmed.StartsWith("### ") || trimmed.StartsWith("# ") ? 1 : 0;
            links += trimmed.Contains("](", StringComparison.Ordinal) ? 1 : 0;
            if (links >= Enough || links + marks >= 2 * Enough)
            {
                return true;
            }
        }

        return false;
    }
}
