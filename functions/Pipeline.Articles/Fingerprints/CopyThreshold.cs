namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// From which containment of facts on two texts count as copies. Small texts share more by chance and need more, and so do
/// texts with passages of their own. In short texts it is also asked what became of the shingles between the facts:
/// <code>
///  facts    frame
///  struck   struck alike   edited: the frame is evidence too
///  changed  kept           two reports made from one form
///  kept     foreign        one quotes the other
/// </code>
/// </summary>
internal static class CopyThreshold
{
    /// <summary>Fewer hashes of the frame tell nothing.</summary>
    public const int MinFrame = 12;

    /// <summary>Weight of the frame, where it is known, beside that of the facts.</summary>
    private const double FrameWeight = 0.25;

    /// <summary>Of a containment, how much less the frame's is in an article that only quotes.</summary>
    private const double Foreign = 0.4;

    /// <summary>Share of the facts that an edited copy has changed where it has changed nothing else, and how many more for each word between.</summary>
    private const double MaxChanged = 0.13, ChangedWithFrame = 2;

    /// <summary>Nearly all of a text that is quoted in full stands in the other one.</summary>
    private const double Quoted = 0.9;

    /// <summary>Threshold for two texts.</summary>
    /// <param name="mode">What the shingles are made of.</param>
    /// <param name="count">Shingles with a fact of the smaller text.</param>
    /// <param name="containment">Share of them that stands in the other text.</param>
    /// <param name="frame">The same of the shingles without a fact; null when too few were kept.</param>
    /// <param name="isTemplate">What <see cref="IsTemplate"/> says.</param>
    /// <param name="strange">See <see cref="SketchSimilarity.Strange"/>.</param>
    public static double For(ShingleMode mode, int count, double containment, double? frame, bool isTemplate, double strange)
    {
        var rare = 1.0 / Math.Max(1, count);
        if (mode != ShingleMode.Facts)
            return 0.5 + 6 * rare;
        if (isTemplate)
            return Math.Min(0.8, 0.42 + 13 * rare);
        var threshold = 0.3 + 5 * rare + 0.2 * strange;
        if (frame is not { } kept)
            return threshold;
        return kept < Foreign * containment ? Quoted : (threshold - FrameWeight * kept) / (1 - FrameWeight);
    }

    /// <summary>Edits strike facts and frame alike; who fills in a form keeps its frame and changes its facts.</summary>
    public static bool IsTemplate(Alignment alignment, int sharedFacts, int sharedFrame)
    {
        var frame = sharedFrame + alignment.ChangedFrame;
        return frame >= MinFrame
            && Share(alignment.ChangedFacts, sharedFacts) > MaxChanged + ChangedWithFrame * Share(alignment.ChangedFrame, sharedFrame);
    }

    private static double Share(int changed, int kept) => (double)changed / Math.Max(1, changed + kept);
}
