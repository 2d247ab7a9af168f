using Pipeline.Benchmarks.Deduplicate.Races;

namespace Pipeline.Ingestion.Tests.Deduplication;

public sealed class RaceTests
{
    /// <summary>A part of what the benchmark "deduplicate --races 100000" runs.</summary>
    [Fact]
    public async Task JudgeAsync_CopiesAtOnceWithCrashesAndRedeliveries_EndsAsInSequence()
    {
        var outcome = await RaceSimulation.RunAsync(races: 6000, seed: 1, CancellationToken.None);
        Assert.Equal((0, 0, 0, 0), (outcome.Lost, outcome.Circular, outcome.Changed, outcome.WrongCanonical));
        Assert.True(outcome.Crashes > 1500);
        Assert.InRange(outcome.SplitShare, 0, outcome.SplitShareInSequence + 0.005);
    }
}
