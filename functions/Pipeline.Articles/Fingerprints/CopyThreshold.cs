namespace Pipeline.Articles.Fingerprints;

/// <summary>From which containment on two texts count as copies. Small texts share more by chance and need more.</summary>
internal static class CopyThreshold
{
    /// <summary>Threshold for two texts of which the smaller has <paramref name="count"/> shingles.</summary>
    public static double For(ShingleMode mode, int count) =>
        (mode == ShingleMode.Facts ? 0.35 : 0.5) + 6.0 / Math.Max(1, count);
}
