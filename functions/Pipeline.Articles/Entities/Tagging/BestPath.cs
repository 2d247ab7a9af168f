namespace Pipeline.Articles.Entities.Tagging;

/// <summary>The most probable tags of a sentence (Viterbi 1967). Reused; one instance for one thread.</summary>
internal sealed class BestPath
{
    private const int Width = TagSet.Width;

    // Tags that may stand before each tag.
    private static readonly int[][] Predecessors =
        [.. Enumerable.Range(0, TagSet.Count).Select(tag => Enumerable.Range(0, TagSet.Count).Where(before => TagSet.Follows(before, tag)).ToArray())];

    private byte[] _from = [];

    public void Find(ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions, Span<byte> tags)
    {
        var count = tags.Length;
        if (_from.Length < count * Width)
            _from = new byte[count * 2 * Width];
        Span<float> now = stackalloc float[Width];
        Span<float> next = stackalloc float[Width];
        for (var tag = 0; tag < TagSet.Count; tag++)
            now[tag] = TagSet.Opens(tag) ? scores[tag] : float.NegativeInfinity;
        for (var t = 1; t < count; t++)
        {
            for (var tag = 0; tag < TagSet.Count; tag++)
            {
                var (best, from) = (float.NegativeInfinity, 0);
                foreach (var before in Predecessors[tag])
                {
                    var score = now[before] + transitions[(before * Width) + tag];
                    if (score > best)
                        (best, from) = (score, before);
                }
                next[tag] = best + scores[(t * Width) + tag];
                _from[(t * Width) + tag] = (byte)from;
            }
            next.CopyTo(now);
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
}
