using Microsoft.Extensions.DependencyInjection;
using Pipeline.EndToEnd.Tests.Stepping;
using Pipeline.Functions;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Operations;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Storage;
using Pipeline.Testing.Crashes;

namespace Pipeline.EndToEnd.Tests.Operations;

/// <summary>What an operator sends on its way again ends as if nothing had happened to it.</summary>
public sealed class RequeueTests
{
    private const int StepsUntilEnrich = 2;

    // Short, since the walk runs it once for each crash point.
    private static readonly (string Name, byte[] Content) Seed = ("ferry.txt", Samples.Short);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Requeue_ArticleStoppedInFlight_EndsAsIfItHadNeverStopped(bool fromStart)
    {
        await using var scene = await StoppedAsync(CrashPlan.None());
        await using var services = scene.StartOperator();

        var result = Assert.Single(await RequeueAsync(services, new QuarantineFilter { Stage = Stage.Enrich }, fromStart));

        Assert.True(result.Done);
        Assert.Equal(fromStart ? "Goes on at Clean." : "Goes on at Enrich.", result.What);
        await scene.Host.RunToEndAsync();
        Assert.Equal(await UndisturbedAsync(), await Outcome.DescribeAsync(scene));
    }

    [Fact]
    public async Task Requeue_CrashBeforeOrAfterAnyEffect_TheNextRequeueFinishes()
    {
        var crashes = await CrashWalk.AssertSameOutcomeAsync(async plan =>
        {
            await using var scene = await StoppedAsync(plan);
            await RequeueOverCrashAsync(scene, plan);
            return await Outcome.DescribeAsync(scene);
        });

        Assert.True(crashes >= 20, $"Only {crashes} crash points.");
    }

    [Fact]
    public async Task Requeue_FileThatCouldNotBeReadCrashAtAnyEffect_IsDroppedOnceAndTakenUp()
    {
        await CrashWalk.AssertSameOutcomeAsync(async plan =>
        {
            await using var scene = await RejectedAsync(plan);
            await RequeueOverCrashAsync(scene, plan);
            return await Outcome.DescribeAsync(scene);
        });
    }

    [Fact]
    public async Task Requeue_FileWhoseSourceIsGone_IsDroppedFromItsKeptBytes()
    {
        await using var scene = await RejectedAsync(CrashPlan.None());
        var source = scene.Blobs.GetBlobContainerClient("articles").GetBlobClient("bad.bin");
        await source.DeleteAsync();
        await using var services = scene.StartOperator();

        var result = Assert.Single(await RequeueAsync(services, new QuarantineFilter { Category = FailureCategory.Binary }));

        Assert.True(result.Done);
        Assert.Equal(Unreadable, (await source.DownloadContentAsync()).Value.Content.ToArray());
    }

    [Fact]
    public async Task Requeue_FileThatWasOverwrittenSince_IsLeftAlone()
    {
        await using var scene = await RejectedAsync(CrashPlan.None());
        await scene.DropAsync("bad.bin", Seed.Content);
        await using var services = scene.StartOperator();

        var result = Assert.Single(await RequeueAsync(services, new QuarantineFilter()));

        Assert.False(result.Done);
        Assert.Contains("newer version", result.What, StringComparison.Ordinal);
        var source = scene.Blobs.GetBlobContainerClient("articles").GetBlobClient("bad.bin");
        Assert.Equal(Seed.Content, (await source.DownloadContentAsync()).Value.Content.ToArray());
    }

    [Fact]
    public async Task Requeue_EntryOfABatch_GoesThroughCleaningByItself()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await scene.DropAsync("batch.jsonl", BinaryData.FromString(Samples.Batch));
        await scene.Host.RunToEndAsync();
        await using var services = scene.StartOperator();

        var result = Assert.Single(await RequeueAsync(services, new QuarantineFilter { Reason = "line", Category = FailureCategory.Malformed }));

        Assert.Equal("Goes on at Clean.", result.What);
        await scene.Host.RunToEndAsync();

        // Still no JSON, so it fails where it did not get to before, and keeps its bytes.
        var kept = await services.GetRequiredService<QuarantineStore>().TryReadAsync(result.Id!, CancellationToken.None);
        Assert.Equal(Stage.Clean, kept!.Record.Stage);
    }

    [Fact]
    public async Task Requeue_FilterThatFitsNothing_DoesNothing()
    {
        await using var scene = await StoppedAsync(CrashPlan.None());
        await using var services = scene.StartOperator();

        Assert.Empty(await RequeueAsync(services, new QuarantineFilter { Ids = ["0123"] }));
        Assert.Empty(await RequeueAsync(services, new QuarantineFilter { Stage = Stage.Store }));
        Assert.Empty(await RequeueAsync(services, new QuarantineFilter { Reason = "other words" }));
        Assert.Single(await RequeueAsync(services, new QuarantineFilter { Reason = "STOPPED by a test" }));
    }

    [Fact]
    public async Task Discard_ArticleInQuarantine_TakesRecordAndBytesAway()
    {
        await using var scene = await StoppedAsync(CrashPlan.None());
        await using var services = scene.StartOperator();
        var store = services.GetRequiredService<QuarantineStore>();
        var label = await store.LabelsAsync(CancellationToken.None).SingleAsync();

        Assert.True(await store.TryDiscardAsync(label.ArticleId, CancellationToken.None));
        Assert.False(await store.TryDiscardAsync(label.ArticleId, CancellationToken.None));
        Assert.DoesNotContain("quarantine/", await Outcome.DescribeAsync(scene), StringComparison.Ordinal);
    }

    private static byte[] Unreadable { get; } = [0, 159, 146, 150, 0, 1, 2, 3, 0, 0, 0, 200];

    private static async Task<List<ArticleResult>> RequeueAsync(IServiceProvider services, QuarantineFilter filter, bool fromStart = false) =>
        await services.GetRequiredService<Requeuer>().RequeueAsync(filter, fromStart, CancellationToken.None).ToListAsync();

    /// <summary>An operator's process that may die, the same command again, then the app with its net for lost messages.</summary>
    private static async Task RequeueOverCrashAsync(PipelineScene scene, CrashPlan plan)
    {
        await OverCrashAsync(scene, plan, services => RequeueAsync(services, new QuarantineFilter()));
        await OverCrashAsync(scene, plan, services => RequeueAsync(services, new QuarantineFilter()));

        scene.Wait(TimeSpan.FromHours(1));
        await scene.Host.RunTimerAsync(nameof(ResendLost));
        await scene.Host.RunToEndAsync();
    }

    private static async Task OverCrashAsync(PipelineScene scene, CrashPlan plan, Func<IServiceProvider, Task> act)
    {
        await using var services = scene.StartOperator();
        try
        {
            await act(services);
        }
        catch (Exception exception) when (plan.IsDead && exception is SimulatedCrashException or { InnerException: SimulatedCrashException })
        {
            scene.Restart();
        }
    }

    /// <summary>One article that went to quarantine when it was its turn to be enriched.</summary>
    private static async Task<PipelineScene> StoppedAsync(CrashPlan plan)
    {
        var scene = await PipelineScene.CreateAsync(plan);
        await scene.DropAsync(Seed.Name, Seed.Content);
        for (var step = 0; step < StepsUntilEnrich; step++)
        {
            await scene.Host.StepAsync();
        }

        // Twice: where the first dies, the second ends it.
        await OverCrashAsync(scene, plan, StopAsync);
        await OverCrashAsync(scene, plan, StopAsync);
        return scene;
    }

    private static async Task StopAsync(IServiceProvider services)
    {
        var work = services.GetRequiredService<WorkStore>();
        await foreach (var article in work.ListAsync(CancellationToken.None))
        {
            var stored = await work.TryReadAsync(article.ArticleId, CancellationToken.None);
            await services.GetRequiredService<QuarantineKeeper>().KeepAsync(
                stored!, Stage.Enrich, 3, new Failure(FailureCategory.Unexpected, "Stopped by a test."), CancellationToken.None);
        }
    }

    private static async Task<PipelineScene> RejectedAsync(CrashPlan plan)
    {
        var scene = await PipelineScene.CreateAsync(plan);
        await scene.DropAsync("bad.bin", Unreadable);
        await scene.Host.RunToEndAsync();
        return scene;
    }

    private static async Task<string> UndisturbedAsync()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await scene.DropAsync(Seed.Name, Seed.Content);
        await scene.Host.RunToEndAsync();
        return await Outcome.DescribeAsync(scene);
    }
}
