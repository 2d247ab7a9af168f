using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Operations;
using Pipeline.Ingestion.Removing;
using Pipeline.Testing.Crashes;
using Pipeline.Testing.Stepping;

namespace Pipeline.EndToEnd.Tests.Stepping;

/// <summary>A deleted file's document goes, and its cluster goes on without it.</summary>
public sealed class RemovalTests
{
    private static readonly string Story = Encoding.UTF8.GetString(Samples.Seeds[1].Content);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task DeletedFile_OfTheCanonicalArticle_MakesTheNextEarliestCanonical(int seed)
    {
        await using var scene = await PipelineScene.CreateAsync(
            CrashPlan.None(), new Disorder(new Random(seed), Duplicates: 0.2, Concurrent: 0.1));
        await DropThreeAsync(scene);
        await scene.Host.RunToEndAsync();
        await DeleteAsync(scene, "first.txt");
        await scene.Host.RunToEndAsync();

        var documents = await Outcome.DocumentsAsync(scene.Articles);
        Assert.Equal(["second.txt"], documents.Where(IsCanonical).Select(Blob));
        var left = Assert.Single(documents, document => Blob(document) == "first.txt");
        Assert.Equal(("", 86400), ((string?)left["text"], (int)left["ttl"]!));

        // A later copy finds the cluster, and not the one that is gone.
        await scene.DropAsync("fourth.txt", BinaryData.FromString(Story));
        await scene.Host.RunToEndAsync();
        documents = await Outcome.DocumentsAsync(scene.Articles);
        Assert.Equal(["second.txt"], documents.Where(IsCanonical).Select(Blob));
        Assert.Single(documents.Select(document => (string?)document["clusterId"]).Distinct());
    }

    [Fact]
    public async Task DeletedFile_DroppedAgain_IsStoredAgain()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await scene.DropAsync("first.txt", BinaryData.FromString(Story));
        await scene.Host.RunToEndAsync();
        await DeleteAsync(scene, "first.txt");
        await scene.Host.RunToEndAsync();
        scene.Wait(TimeSpan.FromMinutes(1));
        await scene.DropAsync("first.txt", BinaryData.FromString(Story));
        await scene.Host.RunToEndAsync();

        var document = Assert.Single(await Outcome.DocumentsAsync(scene.Articles));
        Assert.True(IsCanonical(document));
        Assert.NotEqual("", (string?)document["text"]);
        Assert.False(document.ContainsKey("ttl"));
    }

    [Fact]
    public async Task DeletedFile_WhileItsArticleIsInFlight_LeavesNothing()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await scene.DropAsync("first.txt", BinaryData.FromString(Story));
        await scene.Host.StepAsync();
        await scene.Host.StepAsync();
        await DeleteAsync(scene, "first.txt");
        await scene.Host.RunToEndAsync();
        Assert.DoesNotContain(await Outcome.DocumentsAsync(scene.Articles), document => (string?)document["text"] != "");
    }

    [Fact]
    public async Task LateEvent_FileIsThereAgain_ChangesNothing()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await scene.DropAsync("first.txt", BinaryData.FromString(Story));
        await scene.Host.RunToEndAsync();
        await TellAsync(scene, "first.txt");
        await scene.Host.RunToEndAsync();
        Assert.True(IsCanonical(Assert.Single(await Outcome.DocumentsAsync(scene.Articles))));
    }

    [Fact]
    public async Task PoisonedRemoval_IsKeptInQuarantineUntilItIsRequeued()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await scene.DropAsync("first.txt", BinaryData.FromString(Story));
        await scene.Host.RunToEndAsync();
        await scene.Blobs.GetBlobContainerClient(PipelineMap.ArticlesContainer).DeleteBlobAsync("first.txt");
        await TellAsync(scene, "first.txt", PipelineMap.RemovedQueue + PipelineMap.PoisonSuffix);
        await scene.Host.RunToEndAsync();

        Assert.Equal(0, scene.Messages);
        Assert.True(IsCanonical(Assert.Single(await Outcome.DocumentsAsync(scene.Articles))));
        var messages = scene.Get<MessageRequeuer>();
        var kept = Assert.Single(await messages.FindAsync(CancellationToken.None).ToListAsync());
        Assert.Equal("removed", kept.Queue);
        Assert.Contains("/blobs/first.txt", kept.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await scene.Get<StatusReader>().ReadAsync(CancellationToken.None)).Quarantine.Messages);

        Assert.True(Assert.Single(await messages.RequeueAsync(CancellationToken.None).ToListAsync()).Done);
        await scene.Host.RunToEndAsync();
        Assert.Equal("", (string?)Assert.Single(await Outcome.DocumentsAsync(scene.Articles))["text"]);
        Assert.Empty(await messages.FindAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task DeletedFile_CrashAtAnyEffect_EndsAsInACleanRun() =>
        await CrashWalk.AssertSameOutcomeAsync(async plan =>
        {
            await using var scene = await PipelineScene.CreateAsync(plan);
            await scene.DropAsync("first.txt", BinaryData.FromString(Story));
            await scene.Host.RunToEndAsync();
            scene.Wait(TimeSpan.FromMinutes(1));
            await scene.DropAsync("second.txt", BinaryData.FromString(Story));
            await scene.Host.RunToEndAsync();
            await DeleteAsync(scene, "first.txt");
            await scene.Host.RunToEndAsync();
            return await Outcome.DescribeAsync(scene);
        });

    private static async Task DropThreeAsync(PipelineScene scene)
    {
        await scene.DropAsync("first.txt", BinaryData.FromString(Story));
        scene.Wait(TimeSpan.FromMinutes(1));
        await scene.DropAsync("second.txt", BinaryData.FromString("An update from our newsroom in Oslo.\n" + Story));
        scene.Wait(TimeSpan.FromMinutes(1));
        await scene.DropAsync("third.txt", BinaryData.FromString(Story.ToUpperInvariant()));
    }

    private static async Task DeleteAsync(PipelineScene scene, string name)
    {
        await scene.Blobs.GetBlobContainerClient(PipelineMap.ArticlesContainer).DeleteBlobAsync(name);
        await TellAsync(scene, name);
    }

    private static async Task TellAsync(PipelineScene scene, string name, string queue = PipelineMap.RemovedQueue) =>
        await scene.Queues.GetQueueClient(queue)
            .SendMessageAsync(new BlobDeletedEvent(PipelineMap.ArticlesContainer, name).ToMessage(DateTimeOffset.UnixEpoch));

    private static bool IsCanonical(JsonObject document) => (bool)document["isCanonical"]!;

    private static string? Blob(JsonObject document) => (string?)document["provenance"]!["blob"];
}
