namespace Pipeline.Articles.Fingerprints;

/// <summary>How much two texts share, estimated from their sketches.</summary>
/// <param name="Containment">Share of the smaller text's shingles that stand in the larger one, 0 to 1.</param>
/// <param name="Jaccard">Shared shingles among all shingles of both, 0 to 1.</param>
/// <param name="FrameContainment">The same share for shingles without a fact; null when too few were kept.</param>
/// <param name="Shared">Hashes found in both sketches.</param>
/// <param name="Sampled">Hashes of the smaller text that could have been found.</param>
/// <param name="Threshold">Containment from which the two are copies of one story.</param>
/// <param name="Strange">
/// Passages of their own that the two have between what they share, from 0: the share of the smaller text that the larger does
/// not explain, three quarters of that of the larger, and in long texts 1.5 times the breaks for each shared shingle, one break
/// being free. 0 when the two share next to nothing.
/// </param>
public sealed record SketchSimilarity(
    double Containment, double Jaccard, double? FrameContainment, int Shared, int Sampled, double Threshold, double Strange)
{
    /// <summary>From here on two texts are articles of their own about one event, however much they quote the same.</summary>
    public const double MaxStrange = 0.52;

    /// <summary>Containment below which nothing more is asked.</summary>
    private const double Next = 0.15;

    /// <summary>A copy may lack more of its source than it may have of its own.</summary>
    private const double LargerWeight = 0.75;

    /// <summary>An article of its own breaks off in many places; a copy in which one long passage was replaced only there. Short ones have too few links.</summary>
    private const double BreakWeight = 1.5;

    /// <summary>True when the two are copies of one story.</summary>
    public bool IsCopy => Containment >= Threshold && Strange <= MaxStrange;

    /// <summary>Compares two sketches; null when they were made of different kinds of shingles or one is empty.</summary>
    public static SketchSimilarity? Between(Sketch first, Sketch second)
    {
        if (first.Mode != second.Mode || first.Facts.Count == 0 || second.Facts.Count == 0)
            return null;
        var (smaller, larger) = first.Facts.Count <= second.Facts.Count ? (first, second) : (second, first);
        var (shared, sampled, others) = BottomHashes.Compare(smaller.Facts, larger.Facts);
        var frame = BottomHashes.Compare(smaller.Frame, larger.Frame);
        var containment = sampled == 0 ? 0 : (double)shared / sampled;
        double? frameContainment = frame.First < CopyThreshold.MinFrame ? null : (double)frame.Shared / frame.First;
        var (isTemplate, strange) = (false, 0.0);
        if (containment >= Next)
        {
            var alignment = Alignment.Of(smaller, larger, (sampled, others), frame.First);
            isTemplate = CopyThreshold.IsTemplate(alignment, shared, frame.Shared);
            strange = Strangeness.Of(smaller.Facts, larger.Facts, sampled, mayGoOn: false)
                + LargerWeight * Strangeness.Of(larger.Facts, smaller.Facts, others, mayGoOn: true)
                + (frameContainment is null ? BreakWeight * Math.Max(0, alignment.Breaks - 1) / shared : 0);
        }

        return new SketchSimilarity(
            containment,
            (double)shared / Math.Max(1, sampled + others - shared),
            frameContainment,
            shared,
            sampled,
            CopyThreshold.For(first.Mode, smaller.Facts.Count, containment, frameContainment, isTemplate, strange),
            strange);
    }
}
