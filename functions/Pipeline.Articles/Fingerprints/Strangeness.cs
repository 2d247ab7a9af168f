namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// How much of each of two texts the other does not explain. A copy was made from its source by cutting, wrapping and small
/// edits. These leave shingles unshared too, but where words were replaced the places on both sides keep their distance, and
/// what was wrapped around stands outside. Two reports on one event, each with passages of its own between shared quotations,
/// have neither excuse.
/// <code>
///  text      s s x x s s x x x x s s s        s shared, x not
///  places    1 2 3 4 5 6 7 8 9 ..
///  other's   1 2     5 6         7 8 9        3 4: replaced, the distance 2 to 5 is the same.  7 to 10: strange
/// </code>
/// </summary>
internal static class Strangeness
{
    /// <summary>Tokens before the first shared shingle that may be a site's own lead.</summary>
    private const int OwnLead = 80;

    /// <summary>Share of a distance, and tokens at least, that spelling and house style may add or take.</summary>
    private const double Slack = 0.12;
    private const int MinSlack = 2;

    /// <summary>
    /// Share of the compared shingles of <paramref name="text"/>, 0 to 1, that <paramref name="other"/> neither shares nor
    /// has something else in the place of.
    /// </summary>
    /// <param name="text">The one that is asked about.</param>
    /// <param name="other">The one that may explain it.</param>
    /// <param name="compared">Hashes of <paramref name="text"/> that could be shared, from <see cref="BottomHashes.Compare"/>.</param>
    /// <param name="mayGoOn">True for the longer text, of which the other may have been cut off.</param>
    public static double Of(BottomHashes text, BottomHashes other, int compared, bool mayGoOn)
    {
        Span<Occurrence> order = stackalloc Occurrence[compared];
        Occurrence.Fill(text, other, order, frame: false);
        order.Sort();
        var (strange, last) = (0, -1);
        for (var index = 0; index < compared; index++)
        {
            if (!order[index].IsShared)
                continue;
            strange += last < 0
                ? TooEarly(order[..index], order[index].Place - OwnLead)
                : IsReplaced(order[last], order[index]) ? 0 : index - last - 1;
            last = index;
        }

        return compared == 0 ? 0 : (double)(strange + (mayGoOn ? 0 : compared - 1 - last)) / compared;
    }

    private static bool IsReplaced(Occurrence first, Occurrence second)
    {
        var (here, there) = (second.Place - first.Place, second.OtherPlace - first.OtherPlace);
        return Math.Abs(here - there) <= Math.Max(MinSlack, Slack * here);
    }

    private static int TooEarly(ReadOnlySpan<Occurrence> lead, int place)
    {
        var count = 0;
        while (count < lead.Length && lead[count].Place < place)
            count++;
        return count;
    }
}
