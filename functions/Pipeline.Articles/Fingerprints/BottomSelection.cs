using System.Numerics;

namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// Sorts placed hashes by distributing them over their top bits and sorting each small share: they are spread evenly, so
/// this is several times as fast as a general sort.
/// </summary>
internal static class BottomSelection
{
    private const int BucketBits = 8, Buckets = 1 << BucketBits;

    /// <summary>Hashes of a share, several times as many as chance puts there. More come of a text made to be slow.</summary>
    private const int Crowd = 64;

    /// <summary>The number of distinct hashes, and the <paramref name="size"/> smallest of them. Reorders both spans.</summary>
    public static BottomHashes Of(Span<ulong> placed, Span<ulong> scratch, int size)
    {
        scratch = scratch[..placed.Length];
        if (Distribute(placed, scratch) <= Math.Max(Crowd, 8 * placed.Length / Buckets))
            InsertionSort(scratch);
        else
            scratch.Sort();
        var (distinct, last) = (0, ulong.MaxValue);
        foreach (var one in scratch)
        {
            var hash = PlacedHash.HashOf(one);
            placed[distinct] = one;
            distinct += hash == last ? 0 : 1;
            last = hash;
        }

        return Unpack(placed[..Math.Min(distinct, size)], distinct);
    }

    private static BottomHashes Unpack(ReadOnlySpan<ulong> placed, int distinct)
    {
        var hashes = new ulong[placed.Length];
        var places = new int[placed.Length];
        for (var index = 0; index < placed.Length; index++)
            (hashes[index], places[index]) = (PlacedHash.HashOf(placed[index]), PlacedHash.PlaceOf(placed[index]));
        return new BottomHashes(distinct, hashes, places);
    }

    /// <summary>Copies every hash into its share, in the order of the shares. Returns the size of the largest share.</summary>
    private static int Distribute(ReadOnlySpan<ulong> placed, Span<ulong> scratch)
    {
        Span<int> ends = stackalloc int[Buckets];
        ends.Clear();
        var shift = Shift(placed);
        foreach (var hash in placed)
            ends[(int)(hash >> shift)]++;
        var (start, largest) = (0, 0);
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            var count = ends[bucket];
            largest = Math.Max(largest, count);
            ends[bucket] = start;
            start += count;
        }

        foreach (var hash in placed)
            scratch[ends[(int)(hash >> shift)]++] = hash;
        return largest;
    }

    /// <summary>The lowest bits that do not count, when the largest hash is to fall into the last quarter of the shares or behind.</summary>
    private static int Shift(ReadOnlySpan<ulong> placed)
    {
        var all = 1UL << BucketBits;
        foreach (var hash in placed)
            all |= hash;
        return 64 - BucketBits - BitOperations.LeadingZeroCount(all);
    }

    /// <summary>No hash has to go further than its share is large.</summary>
    private static void InsertionSort(Span<ulong> shares)
    {
        for (var index = 1; index < shares.Length; index++)
        {
            var hash = shares[index];
            var at = index;
            for (; at > 0 && shares[at - 1] > hash; at--)
                shares[at] = shares[at - 1];
            shares[at] = hash;
        }
    }
}
