using Pipeline.Benchmarks.Deduplicate;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Stores;
using Pipeline.LocalCosmos;

namespace Pipeline.Ingestion.Tests.Deduplication;

/// <summary>The store and the whole deduplicator through the real SDK.</summary>
public sealed class CosmosFingerprintStoreTests
{
    [Fact]
    public async Task Operations_OnItems_AnswerAsTheInterfaceSays()
    {
        using var account = LocalCosmosAccount.OpenTemporary();
        using var client = account.CreateClient();
        await CosmosSchema.CreateAsync(client, "test", CancellationToken.None);
        var store = new CosmosFingerprintStore(client.GetContainer("test", CosmosSchema.Fingerprints.Id));
        var item = new ContentItem { Id = "c:1", ArticleId = "a", ClusterId = "a", FoundedAt = Fixture.Morning, TimeToLive = 60 };

        Assert.Null(await store.ReadAsync("c:1", CancellationToken.None));
        Assert.True(await store.CreateAsync(item, CancellationToken.None));
        Assert.False(await store.CreateAsync(item, CancellationToken.None));
        var stored = Assert.IsType<ContentItem>(await store.ReadAsync("c:1", CancellationToken.None));
        Assert.Equal(item, stored with { ETag = null });
        Assert.Equal([stored], await store.ReadManyAsync(["c:1", "c:2", "c:3"], CancellationToken.None));
        Assert.True(await store.ReplaceAsync(stored with { ArticleId = "b" }, CancellationToken.None));
        Assert.False(await store.ReplaceAsync(stored with { ArticleId = "c" }, CancellationToken.None));
        await store.DeleteAsync("c:1", CancellationToken.None);
        await store.DeleteAsync("c:1", CancellationToken.None);
        Assert.False(await store.ReplaceAsync(stored, CancellationToken.None));
    }

    [Fact]
    public async Task JudgeAsync_EachKind_StaysWithinItsRequestUnits()
    {
        var charges = await ChargeRun.RunAsync(indexed: 20, samples: 10, CancellationToken.None);
        Assert.InRange(charges.Plain.New, 1, 40);
        Assert.InRange(charges.Plain.Near, 1, 20);
        Assert.InRange(charges.Plain.Exact, 1, 12);
        Assert.InRange(charges.Plain.Redelivered, 0.5, 1);
        // A URL is one more item to write.
        Assert.InRange(charges.WithUrl.New, 1, 42);
        Assert.InRange(charges.WithUrl.Near, 1, 25);
        Assert.InRange(charges.WithUrl.Exact, 1, 14);
        Assert.InRange(charges.WithUrl.Redelivered, 0.5, 1);
    }

    [Fact]
    public async Task Members_StoredDocuments_AreFoundAndCorrected()
    {
        using var account = LocalCosmosAccount.OpenTemporary();
        using var client = account.CreateClient();
        await CosmosSchema.CreateAsync(client, "test", CancellationToken.None);
        var articles = client.GetContainer("test", CosmosSchema.Articles.Id);
        foreach (var (id, minute) in new[] { ("b", 2), ("a", 1), ("c", 3) })
            await articles.CreateItemAsync(new
            {
                id, clusterId = "k", isCanonical = id == "b", provenance = new { crawledAt = Fixture.Morning.AddMinutes(minute) },
            });
        var members = new CosmosClusterMembers(articles);
        var found = await members.FindAsync("k", 2, CancellationToken.None);
        Assert.Equal(["a", "b"], found.Select(member => member.Id));
        Assert.Equal("b", Assert.Single(await members.FindLeadersAsync("k", CancellationToken.None)).Id);
        Assert.Empty(await members.FindLeadersAsync("other", CancellationToken.None));

        await members.SetAsync(found[1], "other", isCanonical: false, CancellationToken.None);
        await members.SetAsync(found[1], "never", isCanonical: true, CancellationToken.None);
        await members.SetAsync(new ClusterMember("gone", "k", true, default), "other", isCanonical: true, CancellationToken.None);
        Assert.Equal(new ClusterMember("b", "other", false, Fixture.Morning.AddMinutes(2)), Assert.Single(await members.FindAsync("other", 9, CancellationToken.None)));
    }
}
