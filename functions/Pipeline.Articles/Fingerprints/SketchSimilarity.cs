namespace Pipeline.Articles.Fingerprints;

/// <summary>How much two texts share, estimated from their sketches.</summary>
/// <param name="Containment">Share of the smaller text's shingles that stand in the larger one, 0 to 1.</param>
/// <param name="Jaccard">Shared shingles among all shingles of both, 0 to 1.</param>
/// <param name="Shared">Hashes found in both sketches.</param>
/// <param name="Sampled">Hashes of the smaller text that could have been found.</param>
/// <param name="Threshold">Containment from which the two are copies of one story.</param>
public sealed record SketchSimilarity(double Containment, double Jaccard, int Shared, int Sampled, double Threshold)
{
    /// <summary>True when the two are copies of one story.</summary>
    public bool IsCopy => Containment >= Threshold;

    /// <summary>Compares two sketches; null when they were made of different kinds of shingles or one is empty.</summary>
    public static SketchSimilarity? Between(Sketch first, Sketch second)
    {
        if (first.Mode != second.Mode || first.Count == 0 || second.Count == 0)
            return null;
        // A full sketch says nothing of hashes above its largest, so only those below both limits can be compared.
        var limit = Math.Min(Limit(first), Limit(second));
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

        inFirst = Below(first, limit, inFirst);
        inSecond = Below(second, limit, inSecond);
        var smaller = first.Count <= second.Count ? inFirst : inSecond;
        return new SketchSimilarity(
            smaller == 0 ? 0 : Math.Min(1, (double)shared / smaller),
            (double)shared / Math.Max(1, inFirst + inSecond - shared),
            shared,
            smaller,
            CopyThreshold.For(first.Mode, Math.Min(first.Count, second.Count)));
    }

    private static ulong Limit(Sketch sketch) => sketch.Hashes.Count < Sketch.Size ? ulong.MaxValue : sketch.Hashes[^1];

    private static int Below(Sketch sketch, ulong limit, int from)
    {
        while (from < sketch.Hashes.Count && sketch.Hashes[from] <= limit)
            from++;
        return from;
    }
}
