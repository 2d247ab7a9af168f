using Microsoft.Extensions.DependencyInjection;
using Pipeline.EndToEnd.Tests.Stepping;
using Pipeline.Ingestion.Documents;
using Pipeline.Ingestion.Operations;
using Pipeline.Testing.Crashes;

namespace Pipeline.EndToEnd.Tests.Operations;

/// <summary>A replay rewrites documents and changes nothing that did not come out differently.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task Replay_AllFiles_RewritesEachDocumentAsItWas()
    {
        await using var scene = await StoredAsync();
        var before = await Outcome.DescribeAsync(scene);
        await using var services = scene.StartOperator();
        var documents = services.GetRequiredService<DocumentStore>();
        var id = (await Outcome.DocumentsAsync(scene.Articles))[0]["id"]!.GetValue<string>();
        var first = await documents.TryReadAsync(id, CancellationToken.None);

        scene.Wait(TimeSpan.FromDays(1));
        var page = await ReplayAsync(services, new ReplayRequest { Prefix = "" });
        await scene.Host.RunToEndAsync();

        Assert.All(page.Files, file => Assert.True(file.Done, file.What));
        Assert.Null(page.Continuation);
        Assert.Equal(before, await Outcome.DescribeAsync(scene));
        var second = await documents.TryReadAsync(id, CancellationToken.None);
        Assert.Equal(first!.FirstSeen, second!.FirstSeen);
        Assert.Equal(first.LastSeen.AddDays(1), second.LastSeen);
        Assert.Equal(first.Revision, second.Revision);
        Assert.True(second.Processing.Stages[0].StartedAt > first.Processing.Stages[0].StartedAt);
    }

    [Fact]
    public async Task Replay_OneEntryOfABatch_LeavesTheOthers()
    {
        await using var scene = await StoredAsync();
        await using var services = scene.StartOperator();
        var entry = (await Outcome.DocumentsAsync(scene.Articles))
            .First(document => document["provenance"]!["blob"]!.GetValue<string>() == "batch.jsonl");

        var page = await ReplayAsync(services, new ReplayRequest { Id = entry["id"]!.GetValue<string>() });

        Assert.Equal("1 on their way again.", Assert.Single(page.Files).What);
        Assert.Equal(1, scene.Messages);
    }

    [Fact]
    public async Task Replay_Prefix_TakesTheFilesThatBeginSo()
    {
        await using var scene = await StoredAsync();
        await using var services = scene.StartOperator();

        var page = await ReplayAsync(services, new ReplayRequest { Prefix = "batch" });

        Assert.Equal("batch.jsonl", Assert.Single(page.Files).Name);
    }

    [Fact]
    public async Task Replay_UnknownArticle_SaysSo()
    {
        await using var scene = await StoredAsync();
        await using var services = scene.StartOperator();

        var result = Assert.Single((await ReplayAsync(services, new ReplayRequest { Id = "0123" })).Files);

        Assert.False(result.Done);
        Assert.Contains("No such document", result.What, StringComparison.Ordinal);
    }

    private static Task<ReplayPage> ReplayAsync(IServiceProvider services, ReplayRequest request) =>
        services.GetRequiredService<Replayer>().ReplayAsync(request, CancellationToken.None);

    private static async Task<PipelineScene> StoredAsync()
    {
        var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await scene.DropAsync(Samples.Seeds[1].Name, Samples.Seeds[1].Content);
        await scene.DropAsync("batch.jsonl", BinaryData.FromString(Samples.Batch));
        await scene.Host.RunToEndAsync();
        return scene;
    }
}
