using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Fingerprints;

/// <summary>Picks shingles out of a text: the first, the smallest, those with a fact or those without.</summary>
internal static class ShingleSelection
{
    /// <summary>
    /// Hashes that are looked at for the 128 smallest of a long text: so many as lie below a limit by chance that in one text
    /// of ten thousand they are not enough, and all are looked at.
    /// </summary>
    private const int Enough = 176;

    /// <summary>The smallest distinct hashes and the number of distinct ones.</summary>
    public static Sketch ToSketch(ShingleBuffer shingles)
    {
        var facts = Smallest(shingles, facts: true, Sketch.Size);
        var room = Sketch.Size - facts.Hashes.Count;
        return new Sketch(
            shingles.Mode, facts, room == 0 ? BottomHashes.None : Smallest(shingles, facts: false, room));
    }

    /// <summary>The hashes at the start.</summary>
    public static LeadHashes ToLead(ShingleBuffer shingles)
    {
        Span<ulong> first = stackalloc ulong[LeadHashes.Stretch(shingles.Mode)];
        return LeadHashes.Of(first[..Collect(shingles, facts: true, ulong.MaxValue, first)], shingles.Mode);
    }

    /// <summary>The shingles with a fact as <see cref="PlacedHash"/>, in the order of the text.</summary>
    public static ulong[] Facts(ShingleBuffer shingles)
    {
        var placed = new ulong[Size(shingles, facts: true)];
        Collect(shingles, facts: true, ulong.MaxValue, placed);
        return placed;
    }

    /// <summary>
    /// In a text with many, the number of distinct ones is estimated: as many of all are repeated as of those below the limit.
    /// </summary>
    private static BottomHashes Smallest(ShingleBuffer shingles, bool facts, int size)
    {
        var all = Size(shingles, facts);
        using var placed = new Rented<ulong>(all);
        using var scratch = new Rented<ulong>(all);
        if (all > Enough)
        {
            var found = placed.Span[..Collect(shingles, facts, PlacedHash.Limit(all, Enough), placed.Span)];
            var bottom = BottomSelection.Of(found, scratch.Span, size);
            // Those at the limit or above are none of those below it.
            var least = bottom.Count + (found.Length < all ? 1 : 0);
            if (bottom.Count >= size)
                return bottom with { Count = Math.Max(least, (int)((long)all * bottom.Count / found.Length)) };
        }

        Collect(shingles, facts, ulong.MaxValue, placed.Span);
        return BottomSelection.Of(placed.Span, scratch.Span, size);
    }

    private static int Size(ShingleBuffer shingles, bool facts)
    {
        var count = 0;
        foreach (var bits in shingles.Facts)
            count += BitOperations.PopCount(bits);
        return facts ? count : shingles.ShingleCount - count;
    }

    /// <summary>Those below <paramref name="limit"/> in the order of the text, as many as there is room for. Returns their number.</summary>
    private static int Collect(ShingleBuffer shingles, bool facts, ulong limit, Span<ulong> placed)
    {
        var count = 0;
        for (var word = 0; word < shingles.Facts.Length; word++)
        {
            var hashes = shingles.Shingles.Slice(64 * word, 64);
            var chosen = facts ? shingles.Facts[word] : ~shingles.Facts[word] & BitString.First(shingles.ShingleCount - 64 * word);
            if (limit < ulong.MaxValue)
                chosen &= Below(hashes, limit);
            for (; chosen != 0; chosen &= chosen - 1)
            {
                if (count == placed.Length)
                    return count;
                var at = BitOperations.TrailingZeroCount(chosen);
                placed[count++] = PlacedHash.Of(hashes[at], 64 * word + at + 2);
            }
        }

        return count;
    }

    /// <summary>A bit for each of 64 hashes.</summary>
    private static ulong Below(ReadOnlySpan<ulong> hashes, ulong limit)
    {
        ulong below = 0;
        ref var first = ref MemoryMarshal.GetReference(hashes);
        for (var at = 0; at < 64; at += Vector256<ulong>.Count)
            below |= (ulong)Vector256.LessThan(Vector256.LoadUnsafe(ref first, (nuint)at), Vector256.Create(limit))
                .ExtractMostSignificantBits() << at;
        return below;
    }
}
