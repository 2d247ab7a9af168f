using Pipeline.Testing.Crashes;
using Pipeline.Testing.Stepping;

namespace Pipeline.EndToEnd.Tests.Stepping;

/// <summary>Delivery at least once, effect once.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task Article_CrashBeforeOrAfterAnyEffectOfAnyStage_StandsAsInACleanRun()
    {
        var (name, content) = Samples.Seeds[1];

        var crashes = await CrashWalk.AssertSameOutcomeAsync(plan => RunAsync(plan, scene => scene.DropAsync(name, content)));

        // Each of the five functions has effects of its own; fewer crashes would mean that a stage was not walked.
        Assert.True(crashes >= 40, $"Only {crashes} crash points.");
    }

    [Fact]
    public async Task Batch_CrashAtAnyEffect_StoresBothArticlesAndQuarantinesTheBrokenLine()
    {
        var outcome = await RunAsync(CrashPlan.None(), DropBatchAsync);
        Assert.Contains("Ferry line reopens", outcome, StringComparison.Ordinal);
        Assert.Contains("Museum finds a lost map", outcome, StringComparison.Ordinal);
        Assert.Contains("blob quarantine/", outcome, StringComparison.Ordinal);

        await CrashWalk.AssertSameOutcomeAsync(plan => RunAsync(plan, DropBatchAsync));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Seeds_DuplicatedReorderedAndLostDeliveries_StandAsInACleanRun(int seed)
    {
        var expected = await RunAsync(CrashPlan.None(), DropSeedsAsync);

        var disorder = new Disorder(new Random(seed), Duplicates: 0.2, Concurrent: 0.2, Drops: 0.2);
        var actual = await RunAsync(CrashPlan.None(), DropSeedsAsync, disorder);

        Assert.Equal(expected, actual);
    }

    private static Task DropBatchAsync(PipelineScene scene) => scene.DropAsync("batch.jsonl", BinaryData.FromString(Samples.Batch));

    private static async Task DropSeedsAsync(PipelineScene scene)
    {
        foreach (var (name, content) in Samples.Seeds)
        {
            await scene.DropAsync(name, content);
        }
    }

    private static async Task<string> RunAsync(CrashPlan plan, Func<PipelineScene, Task> drop, Disorder? disorder = null)
    {
        await using var scene = await PipelineScene.CreateAsync(plan, disorder);
        await drop(scene);
        await scene.Host.RunToEndAsync();
        return await Outcome.DescribeAsync(scene);
    }
}
