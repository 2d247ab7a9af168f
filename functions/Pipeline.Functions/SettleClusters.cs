using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Deduplication.Clusters;

namespace Pipeline.Functions;

/// <summary>Keeps every document's cluster and canonical mark true, whatever was merged, elected or removed after it was judged.</summary>
public sealed class SettleClusters(ClusterKeeper keeper)
{
    // Without a retry policy the host would go on to the next changes after a failure, and these would be lost.
    [Function(nameof(SettleClusters))]
    [ExponentialBackoffRetry(-1, "00:00:02", "00:05:00")]
    public Task RunAsync(
        [CosmosDBTrigger(
            PipelineMap.DatabaseSetting,
            PipelineMap.ArticleDocuments,
            Connection = PipelineMap.CosmosConnection,
            LeaseContainerName = PipelineMap.FeedLeases,
            LeaseContainerPrefix = nameof(SettleClusters),
            FeedPollDelay = 1000,
            MaxItemsPerInvocation = 100,
            StartFromBeginning = true)]
        IReadOnlyList<ChangedArticle> articles,
        CancellationToken cancellationToken) => keeper.FollowAsync(articles, cancellationToken);
}
