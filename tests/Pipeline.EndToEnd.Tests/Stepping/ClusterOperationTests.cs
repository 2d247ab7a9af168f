using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Pipeline.Articles.Fingerprints;
using Pipeline.Functions.Operations;
using Pipeline.Ingestion.Deduplication.Operating;
using Pipeline.Local.Commands.Clusters;
using Pipeline.Testing.Crashes;
using Pipeline.Testing.Stepping;

namespace Pipeline.EndToEnd.Tests.Stepping;

/// <summary>What an operator asks of clusters and corrects in them, on articles that went through the whole pipeline.</summary>
public sealed class ClusterOperationTests
{
    private static readonly string Story = Encoding.UTF8.GetString(Samples.Seeds[1].Content);

    // In the middle, since a cleaner may well take it for furniture at the end.
    private static readonly string Copy = Story.Insert(
        Story.IndexOf('\n', Story.Length / 2),
        "\n\nThe committee in Bergen will meet Anna Holm and 14 other observers on 3 March, the newsroom in Oslo was told on Tuesday afternoon.\n\n");

    [Fact]
    public async Task Split_CopyOfTheCanonicalArticle_SticksThroughRedeliveryRevisionAndNewCopies()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None(), new Disorder(new Random(4), Duplicates: 0.3));
        await DropAsync(scene, "first.txt", Story);
        await DropAsync(scene, "second.txt", Copy);
        Assert.Equal(await ClusterAsync(scene, "first.txt"), await ClusterAsync(scene, "second.txt"));

        var split = await scene.Get<ClusterOperations>().SplitAsync("second.txt", CancellationToken.None);
        await scene.Host.RunToEndAsync();
        Assert.Equal((split.ClusterId, true), await StandingAsync(scene, "second.txt"));
        Assert.Equal((await ClusterAsync(scene, "first.txt"), true), await StandingAsync(scene, "first.txt"));
        Assert.NotEqual(split.ClusterId, await ClusterAsync(scene, "first.txt"));

        // The same file again, a newer version of it, and copies of either.
        await DropAsync(scene, "second.txt", Copy);
        await DropAsync(scene, "second.txt", Copy.Replace("14 other", "15 other", StringComparison.Ordinal));
        await DropAsync(scene, "third.txt", Copy);
        await DropAsync(scene, "fourth.txt", Story);
        Assert.Equal(split.ClusterId, await ClusterAsync(scene, "second.txt"));
        Assert.Equal(split.ClusterId, await ClusterAsync(scene, "third.txt"));
        Assert.Equal(await ClusterAsync(scene, "first.txt"), await ClusterAsync(scene, "fourth.txt"));

        // Done already: the same answer.
        Assert.Equal(split.ClusterId, (await scene.Get<ClusterOperations>().SplitAsync("second.txt", CancellationToken.None)).ClusterId);
    }

    [Fact]
    public async Task Explain_CopyAndOtherStory_ReadsWell()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await DropAsync(scene, "first.txt", Story);
        await DropAsync(scene, "second.txt", Copy);
        await DropAsync(scene, "other.txt", Encoding.UTF8.GetString(Samples.Seeds[4].Content));
        var clusters = scene.Get<ClusterOperations>();

        var joined = await clusters.ExplainAsync("first.txt", "second.txt", 5, CancellationToken.None);
        Assert.True(joined.Explanation.Joined);
        var text = ExplanationText.Of(joined);
        Assert.Contains("Joined", text, StringComparison.Ordinal);
        Assert.Contains("canonical", text, StringComparison.Ordinal);
        Assert.Contains("in both: ", text, StringComparison.Ordinal);
        Assert.Contains("committee in bergen", text, StringComparison.Ordinal);

        // By id as well as by name.
        var apart = await clusters.ExplainAsync(joined.First.Id, "other.txt", 5, CancellationToken.None);
        Assert.False(apart.Explanation.Joined);
        Assert.StartsWith("Apart", apart.Explanation.Reason, StringComparison.Ordinal);
        Assert.True(apart.Explanation.Similarity!.Containment < apart.Explanation.Similarity.Threshold);
        Assert.Contains("at least", ExplanationText.Of(apart), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_UnknownArticleOrFileOfMany_SaysWhatToDo()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await DropAsync(scene, "batch.jsonl", Samples.Batch);
        var clusters = scene.Get<ClusterOperations>();
        var unknown = await Assert.ThrowsAsync<ArticleNotFoundException>(() => clusters.SplitAsync("nobody.txt", CancellationToken.None));
        Assert.Contains("nobody.txt", unknown.Message, StringComparison.Ordinal);
        var several = await Assert.ThrowsAsync<ArticleNotFoundException>(() => clusters.SplitAsync("batch.jsonl", CancellationToken.None));
        Assert.Contains("holds 2 articles", several.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Http_ExplainAndSplit_AnswerAsTheCommandsDo()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await DropAsync(scene, "first.txt", Story);
        await DropAsync(scene, "second.txt", Copy);
        var app = new CorrectClusters(scene.Get<ClusterOperations>());

        var joined = await AskAsync(context => app.ExplainAsync(context, CancellationToken.None), "?first=first.txt&second=second.txt&sample=3");
        Assert.True((bool)joined["explanation"]!["joined"]!);
        Assert.Equal(3, joined["explanation"]!["shingles"]!["shared"]!.AsArray().Count);
        Assert.Equal(("first.txt", true), ((string?)joined["first"]!["blob"], (bool)joined["first"]!["isCanonical"]!));
        Assert.Null(joined["first"]!["text"]);

        var split = await AskAsync(context => app.SplitAsync(context, CancellationToken.None), body: """{"article":"second.txt"}""");
        await scene.Host.RunToEndAsync();
        Assert.Equal((string?)joined["first"]!["clusterId"], (string?)split["before"]!["clusterId"]);
        Assert.Equal(((string?)split["clusterId"], true), await StandingAsync(scene, "second.txt"));
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("?first=first.txt", 400)]
    [InlineData("?first=first.txt&second=nobody.txt", 404)]
    [InlineData("?first=first.txt&second=first.txt&sample=0", 400)]
    public async Task Http_ExplainOfWhatIsNotThere_SaysWhatToDo(string query, int status)
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await DropAsync(scene, "first.txt", Story);
        var app = new CorrectClusters(scene.Get<ClusterOperations>());
        var answer = await app.ExplainAsync(Request(query, ""), CancellationToken.None);
        Assert.Equal(status, Assert.IsType<ContentResult>(answer).StatusCode);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"article":"nobody.txt"}""", 404)]
    public async Task Http_SplitOfWhatIsNotThere_SaysWhatToDo(string body, int status)
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        var app = new CorrectClusters(scene.Get<ClusterOperations>());
        var answer = await app.SplitAsync(Request("", body), CancellationToken.None);
        Assert.Equal(status, Assert.IsType<ContentResult>(answer).StatusCode);
    }

    private static async Task<JsonNode> AskAsync(Func<HttpRequest, Task<IActionResult>> function, string query = "", string body = "")
    {
        var answer = Assert.IsType<ContentResult>(await function(Request(query, body)));
        Assert.Equal(200, answer.StatusCode);
        return JsonNode.Parse(answer.Content!)!;
    }

    private static HttpRequest Request(string query, string body)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return context.Request;
    }

    private static async Task DropAsync(PipelineScene scene, string name, string text)
    {
        scene.Wait(TimeSpan.FromMinutes(1));
        await scene.DropAsync(name, BinaryData.FromString(text));
        await scene.Host.RunToEndAsync();
    }

    private static async Task<string?> ClusterAsync(PipelineScene scene, string blob) => (await StandingAsync(scene, blob)).Cluster;

    private static async Task<(string? Cluster, bool IsCanonical)> StandingAsync(PipelineScene scene, string blob)
    {
        var document = Assert.Single(
            await Outcome.DocumentsAsync(scene.Articles), document => (string?)document["provenance"]!["blob"] == blob);
        return ((string?)document["clusterId"], (bool)document["isCanonical"]!);
    }
}
