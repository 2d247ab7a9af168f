using Pipeline.Benchmarks.Deduplicate.Races;

namespace Pipeline.Ingestion.Tests.Deduplication;

public sealed class RaceTests
{
    [Fact]
    public async Task JudgeAsync_CopiesAtOnceWithCrashesAndRedeliveries_EndsAsInSequence()
    {
        var outcome = await RaceSimulation.RunAsync(races: 6000, seed: 1, RaceSimulation.InMemory, RaceConditions.Usual, CancellationToken.None);
        Assert.Equal((0, 0, 0, 0), (outcome.Lost, outcome.Circular, outcome.Changed, outcome.WrongCanonical));
        Assert.True(outcome.Crashes > 1500);
        Assert.InRange(outcome.SplitShare, 0, outcome.SplitShareInSequence + 0.005);
    }

    [Fact]
    public async Task JudgeAsync_EverythingTwiceWithManyCrashes_LosesAndMisleadsNobody()
    {
        var outcome = await RaceSimulation.RunAsync(races: 2000, seed: 3, RaceSimulation.InMemory, RaceConditions.Stress, CancellationToken.None);
        Assert.Equal((0, 0, 0, 0), (outcome.Lost, outcome.Circular, outcome.Changed, outcome.WrongCanonical));
        Assert.True(outcome.Crashes > 6000);
    }

    /// <summary>A part of what the benchmark "deduplicate --races 100000" runs.</summary>
    [Fact]
    public async Task JudgeAsync_CopiesAtOnceThroughTheSdk_EndsAsInSequence()
    {
        await using var databases = new RaceDatabases();
        var outcome = await RaceSimulation.RunAsync(races: 300, seed: 2, databases.OpenAsync, RaceConditions.Usual, CancellationToken.None);
        Assert.Equal((0, 0, 0, 0), (outcome.Lost, outcome.Circular, outcome.Changed, outcome.WrongCanonical));
        Assert.True(outcome.Crashes > 50);
        // Too few for half a percent; the benchmark holds that.
        Assert.InRange(outcome.SplitShare, 0, outcome.SplitShareInSequence + 0.02);
    }
}
