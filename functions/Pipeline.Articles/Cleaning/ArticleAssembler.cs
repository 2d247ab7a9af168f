using System.Text;
using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Text;

namespace Pipeline.Articles.Cleaning;

/// <summary>Puts the kept blocks together into the article's text, and keeps the way back to the source.</summary>
internal static class ArticleAssembler
{
    private const string ParagraphBreak = "\n\n";

    /// <param name="verdicts">For each block null to keep it, else the rule that removes it.</param>
    public static (string Text, List<Segment> Segments) Assemble(BlockList blocks, string?[] verdicts)
    {
        var (length, count) = (0, 0);
        for (var i = 0; i < verdicts.Length; i++)
        {
            ref readonly var block = ref blocks.Blocks[i];
            length += verdicts[i] is null ? block.Length + ParagraphBreak.Length : 0;
            count += verdicts[i] is null ? block.EndSegment - block.FirstSegment + 1 : 0;
        }

        var text = new StringBuilder(length);
        var segments = new List<Segment>(count);
        var previous = -1;
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] is not null)
            {
                continue;
            }

            if (previous >= 0)
            {
                segments.Add(new Segment(text.Length, ParagraphBreak.Length, blocks.RawSpanOf(blocks.Blocks[previous]).End, 0));
                text.Append(ParagraphBreak);
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
}
