using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Operations;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Testing.Crashes;

namespace Pipeline.EndToEnd.Tests.Stepping;

/// <summary>Bad input ends in quarantine with its reason and its bytes, and the rest goes on.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("empty.txt", FailureCategory.Empty)]
    [InlineData("blank.html", FailureCategory.Empty)]
    [InlineData("picture.html", FailureCategory.Binary)]
    [InlineData("large.txt", FailureCategory.TooLarge)]
    [InlineData("bomb.txt.gz", FailureCategory.DecompressionBomb)]
    [InlineData("bomb.zip", FailureCategory.DecompressionBomb)]
    [InlineData("escape.zip", FailureCategory.UnsafePath)]
    [InlineData("cut.zip", FailureCategory.Malformed)]
    [InlineData("cut.json", FailureCategory.Malformed)]
    [InlineData("menu.html", FailureCategory.NoArticle)]
    public async Task File_NoArticleCanBeMadeOf_IsQuarantinedAndTheNextOneIsStored(string name, FailureCategory category)
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        var content = BadInput.Create(name);
        await scene.DropAsync(name, content);
        await scene.DropAsync(Samples.Seeds[1].Name, Samples.Seeds[1].Content);

        await scene.Host.RunToEndAsync();

        // An archive that is cut off has a record of its own, beside those of its entries.
        var record = Assert.Single(await QuarantinedAsync(scene), record => record.Provenance.Place is null || name != "cut.zip");
        Assert.Equal(category, record.Category);
        Assert.Equal(name, record.Provenance.Blob);
        Assert.EndsWith(".", record.Reason, StringComparison.Ordinal);
        Assert.True(record.Reason.Length is > 20 and < 400, record.Reason);
        if (record.Provenance.Place is null)
        {
            var kept = await OriginalAsync(scene, record);
            Assert.True(content.ToMemory().Span.SequenceEqual(kept), "The original bytes differ.");
        }

        var outcome = await Outcome.DescribeAsync(scene);
        Assert.Contains("A Strategic Gamble", outcome, StringComparison.Ordinal);
        Assert.DoesNotContain("blob work/", outcome, StringComparison.Ordinal);
        Assert.DoesNotContain("messages in", outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_NestedAHundredThousandDeep_EndsOneWayOrTheOther()
    {
        const int depth = 100_000;
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        var page = string.Concat(Enumerable.Repeat("<div>", depth)) + "<p>Down here.</p>" + string.Concat(Enumerable.Repeat("</div>", depth));
        await scene.DropAsync("deep.html", BinaryData.FromString(page));

        await scene.Host.RunToEndAsync();

        var record = Assert.Single(await QuarantinedAsync(scene));
        Assert.Equal(FailureCategory.NoArticle, record.Category);
    }

    [Fact]
    public async Task Queue_MessageThatIsNoClaimCheck_IsKeptInQuarantine()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await scene.Queues.GetQueueClient("enrich").SendMessageAsync("hello");

        await scene.Host.RunToEndAsync();

        Assert.StartsWith("blob quarantine/messages/enrich/", await Outcome.DescribeAsync(scene), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PoisonQueueOfBlobs_MessageThatNamesNoBlob_IsKeptInQuarantine()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await scene.Queues.GetQueueClient("webjobs-blobtrigger-poison").SendMessageAsync("hello");

        await scene.Host.RunToEndAsync();

        Assert.StartsWith("blob quarantine/messages/webjobs-blobtrigger-poison/", await Outcome.DescribeAsync(scene), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PoisonQueueOfBlobs_BlobThatIsThere_IsKeptWithItsBytesAndTheirHash()
    {
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None());
        await scene.Blobs.GetBlobContainerClient("work").GetBlobClient("not-an-article.txt").UploadAsync(BinaryData.FromString("abc"));
        await scene.Queues.GetQueueClient("webjobs-blobtrigger-poison")
            .SendMessageAsync("""{"ContainerName":"work","BlobName":"not-an-article.txt"}""");

        await scene.Host.RunToEndAsync();

        var record = Assert.Single(await QuarantinedAsync(scene));
        Assert.Equal(3, record.Provenance.ByteCount);
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", record.Provenance.RawHash);
        Assert.Equal("abc"u8.ToArray(), await OriginalAsync(scene, record));
    }

    private static async Task<List<QuarantineRecord>> QuarantinedAsync(PipelineScene scene)
    {
        var records = new List<QuarantineRecord>();
        await foreach (var kept in new QuarantineReader(new QuarantineStore(scene.Blobs)).FindAsync(new QuarantineFilter(), CancellationToken.None))
        {
            records.Add(kept.Record);
        }

        return records;
    }

    private static async Task<byte[]> OriginalAsync(PipelineScene scene, QuarantineRecord record)
    {
        var blob = scene.Blobs.GetBlobContainerClient("quarantine").GetBlobClient(record.Provenance.ArticleId + "/original");
        return (await blob.DownloadContentAsync()).Value.Content.ToArray();
    }
}
