namespace Pipeline.Articles.Fingerprints;

/// <summary>From which containment on two texts count as copies. Small texts share more by chance and need more.</summary>
internal static class CopyThreshold
{
    /// <summary>Threshold for two texts of which the smaller has <paramref name="count"/> shingles.</summary>
    public static double For(ShingleMode mode, int count, double containment, double? frame)
    {
        var rare = 1.0 / Math.Max(1, count);
        if (mode != ShingleMode.Facts)
            return 0.5 + 6 * rare;
        return IsTemplate(containment, frame) ? 0.35 + 13 * rare : 0.35 + 6 * rare;
    }

    /// <summary>Edits strike facts and frame alike; a template keeps its frame and changes its facts.</summary>
    private static bool IsTemplate(double containment, double? frame) =>
        frame is { } kept && 1 - containment > 2 * (1 - kept);
}
