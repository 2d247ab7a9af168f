namespace Pipeline.Benchmarks.Deduplicate.Races;

/// <summary>What happens to the messages of a race.</summary>
/// <param name="TwiceOneIn">One in so many is delivered twice, at once.</param>
/// <param name="CrashShare">Share of the operations before or after which the process ends.</param>
internal sealed record RaceConditions(int TwiceOneIn, double CrashShare)
{
    public static RaceConditions Usual { get; } = new(4, 0.01);

    /// <summary>Everything twice, and a crash in every twentieth operation.</summary>
    public static RaceConditions Stress { get; } = new(1, 0.05);
}
