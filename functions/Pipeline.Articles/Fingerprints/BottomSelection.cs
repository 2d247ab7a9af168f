using System.Runtime.CompilerServices;

namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// Sorts placed hashes by distributing them over their top bits and sorting each small share: they are spread evenly, so
/// this is several times as fast as a general sort.
/// </summary>
internal static class BottomSelection
{
    private const int BucketBits = 8, Buckets = 1 << BucketBits, Shift = 64 - BucketBits;

    /// <summary>Shares above this size come of repeated text, and are left to the general sort.</summary>
    private const int Small = 24;

    /// <summary>The number of distinct hashes, and the <paramref name="size"/> smallest of them. Reorders both spans.</summary>
    public static BottomHashes Of(Span<ulong> placed, Span<ulong> scratch, int size, bool places)
    {
        Span<int> ends = stackalloc int[Buckets];
        ends.Clear();
        Distribute(placed, scratch, ends);
        var (distinct, start, last) = (0, 0, ulong.MaxValue);
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            var end = ends[bucket];
            Sort(scratch[start..end]);
            for (var index = start; index < end; index++)
            {
                var hash = PlacedHash.HashOf(scratch[index]);
                placed[distinct] = scratch[index];
                distinct += hash == last ? 0 : 1;
                last = hash;
            }

            start = end;
        }

        return Unpack(placed[..Math.Min(distinct, size)], distinct, places);
    }

    private static BottomHashes Unpack(ReadOnlySpan<ulong> placed, int distinct, bool places)
    {
        var hashes = new ulong[placed.Length];
        var at = places ? new int[placed.Length] : [];
        for (var index = 0; index < placed.Length; index++)
            hashes[index] = PlacedHash.HashOf(placed[index]);
        for (var index = 0; index < at.Length; index++)
            at[index] = PlacedHash.PlaceOf(placed[index]);
        return new BottomHashes(distinct, hashes, at);
    }

    /// <summary>Copies every hash into its share; <paramref name="ends"/> tells where each share ends.</summary>
    private static void Distribute(Span<ulong> placed, Span<ulong> scratch, Span<int> ends)
    {
        foreach (var hash in placed)
            ends[(int)(hash >> Shift)]++;
        var start = 0;
        for (var bucket = 0; bucket < Buckets; bucket++)
            (ends[bucket], start) = (start, start + ends[bucket]);
        foreach (var hash in placed)
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
