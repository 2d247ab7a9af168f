using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.EndToEnd.Tests.Stepping;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Operations;
using Pipeline.Ingestion.Stages;
using Pipeline.Testing.Crashes;

namespace Pipeline.EndToEnd.Tests.Operations;

/// <summary>What an operator sees.</summary>
public sealed class StatusTests
{
    [Fact]
    public async Task Status_OneArticleWaitsAndOneIsInQuarantine_CountsBothAndTheirAges()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await scene.DropAsync("empty.txt", []);
        await scene.Queues.GetQueueClient("enrich").SendMessageAsync("no claim check");
        await scene.Host.RunToEndAsync();
        await scene.DropAsync(Samples.Seeds[1].Name, Samples.Seeds[1].Content);
        await scene.Host.StepAsync();
        scene.Wait(TimeSpan.FromMinutes(5));
        await using var services = scene.StartOperator();

        var status = await services.GetRequiredService<StatusReader>().ReadAsync(CancellationToken.None);

        Assert.Equal(new QueueStatus("clean", 1, 300), status.Queues[0]);
        Assert.Equal(new QueueStatus("enrich", 0, null), status.Queues[1]);
        Assert.Equal(new InFlightStatus(1, 0, 300), status.InFlight);
        Assert.Equal(1, status.Quarantine.Articles);
        Assert.Equal(1, status.Quarantine.Messages);
        Assert.Equal(1, status.Quarantine.ByCategory[FailureCategory.Empty]);
        Assert.Equal(1, status.Quarantine.ByStage[Stage.Receive]);
    }

    [Fact]
    public async Task Ready_EverythingThere_IsReady()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await using var services = scene.StartOperator();

        var report = await services.GetRequiredService<Readiness>().CheckAsync(CancellationToken.None);

        Assert.True(report.Ready, string.Join('\n', report.Faults));
    }

    [Fact]
    public async Task Ready_ContainerAndQueueMissing_NamesBoth()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await scene.Blobs.DeleteBlobContainerAsync("work");
        await scene.Queues.DeleteQueueAsync("store");
        await scene.Articles.DeleteContainerAsync();
        await using var services = scene.StartOperator();

        var report = await services.GetRequiredService<Readiness>().CheckAsync(CancellationToken.None);

        Assert.False(report.Ready);
        Assert.Equal(["container work", "queue store", "database container articles"], report.Faults.Select(fault => fault.Part));
        Assert.All(report.Faults, fault => Assert.Contains("404", fault.Fault, StringComparison.Ordinal));
    }
}
