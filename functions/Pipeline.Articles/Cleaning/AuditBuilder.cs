using Pipeline.Articles.Cleaning.Blocks;

namespace Pipeline.Articles.Cleaning;

/// <summary>
/// Writes down what is missing from the article: the gaps between the kept stretches, cut where the rule changes, so that
/// kept and removed stretches together are the received text by construction.
/// </summary>
/// <remarks>
/// White space and markup have rules of their own only where they stand beside kept text; between two removed blocks they
/// go with the one before.
/// </remarks>
internal static class AuditBuilder
{
    public static List<RemovedSpan> Removed(BlockList blocks, string?[] verdicts, List<Segment> kept, string markupRule)
    {
        var removed = new List<RemovedSpan>();
        var at = 0;
        var block = 0;
        foreach (var segment in kept)
        {
            if (segment.RawLength == 0)
            {
                continue;
            }

            block = Gap(blocks, verdicts, removed, at, segment.Raw, block, markupRule);
            at = segment.RawEnd;
        }

        Gap(blocks, verdicts, removed, at, blocks.Source.Length, block, markupRule);
        return removed;
    }

    private static int Gap(BlockList blocks, string?[] verdicts, List<RemovedSpan> removed, int start, int end, int block, string markupRule)
    {
        var from = start;
        var rule = (string?)null;
        while (block < verdicts.Length && blocks.RawSpanOf(blocks.Blocks[block]) is var span && span.Offset < end)
        {
            if (verdicts[block] is { } next && span.End > start)
            {
                if (next != rule)
                {
                    Add(blocks, removed, from, span.Offset, rule, markupRule);
                    from = span.Offset;
                    rule = next;
                }
            }

            if (span.End > end)
            {
                break;
            }

            block++;
        }

        Add(blocks, removed, from, end, rule, markupRule);
        return block;
    }

    private static void Add(BlockList blocks, List<RemovedSpan> removed, int start, int end, string? rule, string markupRule)
    {
        if (end <= start)
        {
            return;
        }

        rule ??= blocks.Source.AsSpan(start, end - start).IsWhiteSpace() ? "white-space" : markupRule;
        if (removed.Count > 0 && removed[^1].Span.End == start && removed[^1].Rule == rule)
        {
            removed[^1] = removed[^1] with { Span = new TextSpan(removed[^1].Span.Offset, end - removed[^1].Span.Offset) };
            return;
        }

        removed.Add(new RemovedSpan(new TextSpan(start, end - start), rule));
    }
}
