namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// What was done to a text between the shingles that it shares with another one in the same order.
/// <code>
///  text      s s x s s s x x x s s s s s      s shared, x not
///  places    1 2 3 4 5 6 7 8 9 ..
///  other's   1 2   4 5 6       15 ..          3: changed in its place.  7 to 9: a break, since more stands there instead
/// </code>
/// An edited copy has few breaks, of whole sentences, and its changes strike words and facts alike. Who wrote an article of
/// his own from the same release breaks off everywhere; who filled in a form changed nothing but the facts.
/// </summary>
/// <param name="Breaks">Stretches between two links in which the texts differ in length and content.</param>
/// <param name="ChangedFacts">Shingles with a fact of the smaller text that something else stands in the place of, or nothing.</param>
/// <param name="ChangedFrame">The same for shingles without a fact.</param>
internal readonly record struct Alignment(int Breaks, int ChangedFacts, int ChangedFrame)
{
    /// <summary>Tokens of a stretch in which single words were changed, and how many may have come or gone.</summary>
    private const int Stretch = 14, StretchSlack = 4;

    /// <summary>Own shingles in a stretch, of both texts together, that are more than a word changed.</summary>
    private const int MinBreak = 3;

    /// <summary>Share of a distance that typing errors may add or take, and tokens at least.</summary>
    private const double Slack = 0.05;
    private const int MinSlack = 1;

    /// <summary>Aligns two sketches.</summary>
    /// <param name="smaller">The sketch of fewer facts.</param>
    /// <param name="larger">The other one.</param>
    /// <param name="facts">Hashes of facts that could be shared, of each.</param>
    /// <param name="frame">Hashes of the smaller one's frame that could be shared.</param>
    public static Alignment Of(Sketch smaller, Sketch larger, (int Smaller, int Larger) facts, int frame)
    {
        Span<Occurrence> order = stackalloc Occurrence[facts.Smaller + frame];
        Occurrence.Fill(smaller.Facts, larger.Facts, order[..facts.Smaller], frame: false);
        Occurrence.Fill(smaller.Frame, larger.Frame, order[facts.Smaller..], frame: true);
        order.Sort();
        Span<Occurrence> others = stackalloc Occurrence[facts.Larger];
        Occurrence.Fill(larger.Facts, smaller.Facts, others, frame: false);
        others.Sort();
        Span<int> links = stackalloc int[order.Length];
        return Between(order, others, links[..LinksOf(order, links)]);
    }

    private static Alignment Between(ReadOnlySpan<Occurrence> order, ReadOnlySpan<Occurrence> others, ReadOnlySpan<int> links)
    {
        int breaks = 0, changedFacts = 0, changedFrame = 0, other = 0;
        for (var link = 1; link < links.Length; link++)
        {
            var (first, last) = (order[links[link - 1]], order[links[link]]);
            int facts = 0, frame = 0, own = 0;
            foreach (var between in order[(links[link - 1] + 1)..links[link]])
            {
                frame += between.IsShared || !between.IsFrame ? 0 : 1;
                facts += between.IsShared || between.IsFrame ? 0 : 1;
            }

            for (; other < others.Length && others[other].Place < last.OtherPlace; other++)
                own += others[other].IsShared || others[other].Place <= first.OtherPlace ? 0 : 1;
            var (here, there) = (last.Place - first.Place, last.OtherPlace - first.OtherPlace);
            if (here <= Stretch && Math.Abs(here - there) <= StretchSlack)
                (changedFacts, changedFrame) = (changedFacts + facts, changedFrame + frame);
            if (facts + own >= MinBreak && Math.Abs(here - there) > Math.Max(MinSlack, Slack * Math.Min(here, there)))
                breaks++;
        }

        return new Alignment(breaks, changedFacts, changedFrame);
    }

    /// <summary>
    /// The longest run of shared shingles whose places ascend in both texts, by the lowest place that each length can end at
    /// (Fredman, "On computing the length of longest increasing subsequences", 1975). Returns its length.
    /// </summary>
    private static int LinksOf(ReadOnlySpan<Occurrence> order, Span<int> links)
    {
        Span<int> ends = stackalloc int[order.Length];
        Span<int> before = stackalloc int[order.Length];
        var length = 0;
        for (var index = 0; index < order.Length; index++)
        {
            if (!order[index].IsShared)
                continue;
            var at = 0;
            for (var high = length; at < high;)
            {
                var middle = (at + high) / 2;
                if (order[ends[middle]].OtherPlace < order[index].OtherPlace)
                    at = middle + 1;
                else
                    high = middle;
            }

            before[index] = at > 0 ? ends[at - 1] : -1;
            ends[at] = index;
            length = Math.Max(length, at + 1);
        }

        for (int at = length - 1, index = length > 0 ? ends[at] : -1; at >= 0; at--, index = before[index])
            links[at] = index;
        return length;
    }
}
