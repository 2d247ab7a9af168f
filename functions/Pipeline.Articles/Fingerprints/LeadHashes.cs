namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// Hashes of the shingles at the start of a text. A copy that was cut has kept few of the smallest hashes of the whole, but
/// all of its start.
/// </summary>
/// <param name="Own">The smallest of the very first shingles: to be found by.</param>
/// <param name="Probes">The smallest of a longer stretch, since another site may have put a paragraph of its own before it: to find by.</param>
public sealed record LeadHashes(IReadOnlyList<ulong> Own, IReadOnlyList<ulong> Probes)
{
    private const int OwnSize = 4, ProbesSize = 16;

    /// <summary>Takes the placed hashes of a text in the order of their places.</summary>
    internal static LeadHashes Of(ReadOnlySpan<ulong> placed, ShingleMode mode)
    {
        // A shingle with a fact comes about every third token; the stretch is 70 tokens of a text in each mode.
        var stretch = mode == ShingleMode.Facts ? 24 : 72;
        return new LeadHashes(Smallest(placed, stretch, OwnSize), Smallest(placed, stretch * 8 / 3, ProbesSize));
    }

    private static ulong[] Smallest(ReadOnlySpan<ulong> placed, int stretch, int size)
    {
        Span<ulong> sorted = stackalloc ulong[Math.Min(placed.Length, stretch)];
        placed[..sorted.Length].CopyTo(sorted);
        sorted.Sort();
        var distinct = 0;
        for (var index = 0; index < sorted.Length && distinct < size; index++)
        {
            var hash = PlacedHash.HashOf(sorted[index]);
            if (distinct == 0 || hash != sorted[distinct - 1])
                sorted[distinct++] = hash;
        }

        return sorted[..distinct].ToArray();
    }
}
