namespace Pipeline.Articles.Entities.Tagging;

/// <summary>The most probable tags of a sentence (Viterbi 1967). Reused; one instance for one thread.</summary>
internal sealed class BestPath
{
    private const int Width = TagSet.Width;

    // Tags that may stand before each tag.
    private static readonly int[][] Predecessors =
        [.. Enumerable.Range(0, TagSet.Count).Select(tag => Enumerable.Range(0, TagSet.Count).Where(before => TagSet.Follows(before, tag)).ToArray())];

    /// <summary>
    /// The score of every tag but <see cref="TagSet.Outside"/> for a token that is in no name. No neighbour outweighs it, and its
    /// exponential is not yet zero.
    /// </summary>
    private const float Impossible = -40;

    private byte[] _from = [];

    /// <summary>Lets a token be in no name: most tokens of a text, which the search then passes in a step each.</summary>
    public static void KeepOutside(Span<float> scores)
    {
        scores.Fill(Impossible);
        scores[TagSet.Outside] = 0;
    }

    // tags that open -> token by token the best way to each tag -> the best that closes -> back along the ways
    public void Find(ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions, Span<byte> tags)
    {
        var count = tags.Length;
        if (_from.Length < count * Width)
            _from = new byte[count * 2 * Width];
        Span<float> now = stackalloc float[Width];
        Span<float> next = stackalloc float[Width];
        for (var tag = 0; tag < TagSet.Count; tag++)
            now[tag] = TagSet.Opens(tag) ? scores[tag] : float.NegativeInfinity;
        var wasOutside = IsOutside(scores[..Width]);
        for (var t = 1; t < count; t++)
        {
            var score = scores.Slice(t * Width, Width);
            var isOutside = IsOutside(score);
            for (var tag = 0; tag < (isOutside ? TagSet.Outside + 1 : TagSet.Count); tag++)
            {
                var (best, from) = (float.NegativeInfinity, 0);
                if (wasOutside)
                    best = TagSet.Opens(tag) ? now[TagSet.Outside] + transitions[(TagSet.Outside * Width) + tag] : best;
                else
                    Best(now, transitions, tag, ref best, ref from);
                next[tag] = best + score[tag];
                _from[(t * Width) + tag] = (byte)from;
            }
            if (isOutside)
                next[(TagSet.Outside + 1)..].Fill(float.NegativeInfinity);
            next.CopyTo(now);
            wasOutside = isOutside;
        }
        var last = 0;
        for (var tag = 1; tag < TagSet.Count; tag++)
        {
            if (TagSet.Closes(tag) && now[tag] > now[last])
                last = tag;
        }
        for (var t = count - 1; t >= 0; t--)
        {
            tags[t] = (byte)last;
            last = _from[(t * Width) + last];
        }
    }

    private static void Best(ReadOnlySpan<float> now, ReadOnlySpan<float> transitions, int tag, ref float best, ref int from)
    {
        foreach (var before in Predecessors[tag])
        {
            var score = now[before] + transitions[(before * Width) + tag];
            if (score > best)
                (best, from) = (score, before);
        }
    }

    private static bool IsOutside(ReadOnlySpan<float> scores) => scores[TagSet.Outside + 1] == Impossible;
}
