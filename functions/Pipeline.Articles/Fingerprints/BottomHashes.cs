namespace Pipeline.Articles.Fingerprints;

/// <summary>The smallest hashes of a set (a bottom-k sketch: Cohen and Kaplan, "Summarizing data using bottom-k sketches", PODC 2007).</summary>
/// <param name="Count">Size of the set.</param>
/// <param name="Hashes">Ascending, distinct.</param>
/// <param name="Places">For each hash the token of the text at which its shingle first ends.</param>
public sealed record BottomHashes(int Count, IReadOnlyList<ulong> Hashes, IReadOnlyList<int> Places)
{
    public static BottomHashes None { get; } = new(0, [], []);

    /// <summary>Above this nothing is known of the set.</summary>
    private ulong Limit => Hashes.Count == Count ? ulong.MaxValue : Hashes[^1];

    /// <summary>How many are in both, and how many of each could have been: only hashes below both limits can be compared, and none when none were kept.</summary>
    internal static (int Shared, int First, int Second) Compare(BottomHashes first, BottomHashes second)
    {
        if (first.Hashes.Count == 0 || second.Hashes.Count == 0)
            return (0, 0, 0);
        var limit = Math.Min(first.Limit, second.Limit);
        int shared = 0, inFirst = 0, inSecond = 0;
        while (inFirst < first.Hashes.Count && inSecond < second.Hashes.Count)
        {
            var (one, other) = (first.Hashes[inFirst], second.Hashes[inSecond]);
            if (Math.Min(one, other) > limit)
                break;
            shared += one == other ? 1 : 0;
            inFirst += one <= other ? 1 : 0;
            inSecond += other <= one ? 1 : 0;
        }

        return (shared, Below(first.Hashes, limit, inFirst), Below(second.Hashes, limit, inSecond));
    }

    private static int Below(IReadOnlyList<ulong> hashes, ulong limit, int from)
    {
        while (from < hashes.Count && hashes[from] <= limit)
            from++;
        return from;
    }
}
