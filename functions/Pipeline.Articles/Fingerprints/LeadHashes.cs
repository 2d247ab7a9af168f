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
    internal static LeadHashes Of(ReadOnlySpan<ulong> placed, ShingleMode mode) => new(
        Smallest(placed, OwnStretch(mode), OwnSize), Smallest(placed, Stretch(mode), ProbesSize));

    /// <summary>Placed hashes that are looked at, at most.</summary>
    internal static int Stretch(ShingleMode mode) => OwnStretch(mode) * 8 / 3;

    /// <summary>A shingle with a fact comes about every third token; the stretch is 70 tokens of a text in each mode.</summary>
    private static int OwnStretch(ShingleMode mode) => mode == ShingleMode.Facts ? 24 : 72;

    /// <summary>Keeps the smallest in order while it goes through; most hashes are turned away by one comparison.</summary>
    private static ulong[] Smallest(ReadOnlySpan<ulong> placed, int stretch, int size)
    {
        Span<ulong> smallest = stackalloc ulong[size];
        var count = 0;
        foreach (var one in placed[..Math.Min(placed.Length, stretch)])
        {
            var hash = PlacedHash.HashOf(one);
            if (count == size && hash >= smallest[size - 1])
                continue;
            var at = count;
            while (at > 0 && smallest[at - 1] > hash)
                at--;
            if (at > 0 && smallest[at - 1] == hash)
                continue;
            count = Math.Min(count + 1, size);
            smallest[at..(count - 1)].CopyTo(smallest[(at + 1)..]);
            smallest[at] = hash;
        }

        return smallest[..count].ToArray();
    }
}
