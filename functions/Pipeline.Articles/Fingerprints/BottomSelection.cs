using System.Runtime.CompilerServices;

namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// Sorts shingle hashes by distributing them over their top bits and sorting each small share: they are spread evenly, so
/// this is several times as fast as a general sort.
/// </summary>
internal static class BottomSelection
{
    private const int BucketBits = 8, Buckets = 1 << BucketBits, Shift = Hashing.ShingleBits - BucketBits;

    /// <summary>Shares above this size come of repeated text, and are left to the general sort.</summary>
    private const int Small = 24;

    /// <summary>The number of distinct hashes, and the <paramref name="size"/> smallest of them. Reorders both spans.</summary>
    public static BottomHashes Of(Span<ulong> hashes, Span<ulong> scratch, int size)
    {
        Span<int> ends = stackalloc int[Buckets];
        ends.Clear();
        Distribute(hashes, scratch, ends);
        var (distinct, start) = (0, 0);
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            var end = ends[bucket];
            Sort(scratch[start..end]);
            for (var index = start; index < end; index++)
                if (index == start || scratch[index] != scratch[index - 1])
                    hashes[distinct++] = scratch[index];
            start = end;
        }

        return new BottomHashes(distinct, hashes[..Math.Min(distinct, size)].ToArray());
    }

    /// <summary>Copies every hash into its share; <paramref name="ends"/> tells where each share ends.</summary>
    private static void Distribute(Span<ulong> hashes, Span<ulong> scratch, Span<int> ends)
    {
        foreach (var hash in hashes)
            ends[(int)(hash >> Shift)]++;
        var start = 0;
        for (var bucket = 0; bucket < Buckets; bucket++)
            (ends[bucket], start) = (start, start + ends[bucket]);
        foreach (var hash in hashes)
            scratch[ends[(int)(hash >> Shift)]++] = hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sort(Span<ulong> share)
    {
        if (share.Length > Small)
        {
            share.Sort();
            return;
        }

        for (var index = 1; index < share.Length; index++)
        {
            var hash = share[index];
            var at = index;
            for (; at > 0 && share[at - 1] > hash; at--)
                share[at] = share[at - 1];
            share[at] = hash;
        }
    }
}
