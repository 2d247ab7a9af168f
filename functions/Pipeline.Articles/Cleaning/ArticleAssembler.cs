using System.Text;
using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Text;

namespace Pipeline.Articles.Cleaning;

/// <summary>Puts the kept blocks together into the article's text, and keeps the way back to the source.</summary>
internal static class ArticleAssembler
{
    /// <param name="verdicts">For each block null to keep it, else the rule that removes it.</param>
    /// <param name="joinLines">True for texts whose lines were cut by the scraper: a line that goes on in the next is joined to it.</param>
    public static (string Text, List<Segment> Segments) Assemble(BlockList blocks, string?[] verdicts, bool joinLines)
    {
        var text = new StringBuilder();
        var segments = new List<Segment>();
        var previous = -1;
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] is not null)
            {
                continue;
            }

            if (previous >= 0)
            {
                var separator = joinLines && previous == i - 1 && GoesOn(blocks, previous, i) ? " " : "\n\n";
                segments.Add(new Segment(text.Length, separator.Length, blocks.RawSpanOf(blocks.Blocks[previous]).End, 0));
                text.Append(separator);
            }

            ref readonly var block = ref blocks.Blocks[i];
            foreach (var segment in blocks.Segments[block.FirstSegment..block.EndSegment])
            {
                segments.Add(segment with { Clean = segment.Clean - block.Start + text.Length });
            }

            text.Append(blocks.TextOf(block));
            previous = i;
        }

        return (text.ToString(), segments);
    }

    /// <summary>A sentence that is cut at the line's end: no full stop before, no capital after, no empty line between.</summary>
    private static bool GoesOn(BlockList blocks, int first, int second)
    {
        ref readonly var next = ref blocks.Blocks[second];
        if (next.Gap > 0 || next.Shape != BlockShape.Plain)
        {
            return false;
        }

        var before = blocks.TextOf(blocks.Blocks[first]);
        var after = blocks.TextOf(next);
        return !Characters.EndsSentence(before[^1]) && !Characters.ClosesQuote(before[^1]) && before[^1] != ':'
            && (char.IsLower(after[0]) || before[^1] is ',' or '-' || after[0] is ',' or '.' or ';');
    }
}
