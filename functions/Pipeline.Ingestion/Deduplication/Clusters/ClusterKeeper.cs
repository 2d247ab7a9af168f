using Microsoft.Extensions.Logging;

namespace Pipeline.Ingestion.Deduplication.Clusters;

/// <summary>
/// Follows the documents' change feed and keeps clusters true: for each document that was stored, changed or removed, one read, and two more for a copy's.
/// <code>
///  changed document ─┬─ removed ── its cluster elects another canonical article
///                    └─ stored ─── its cluster was merged or elected another since the verdict: the document is corrected
///                                 or is led by an article that stands in another: the two are merged
/// </code>
/// A correction is a change as well, comes by once more, and is then found right. May be repeated.
/// </summary>
public sealed partial class ClusterKeeper(ClusterMaintenance maintenance, ClusterProjection projection, ILogger<ClusterKeeper> logger)
{
    /// <summary>Corrections at the same time: a batch of the feed is read by one instance alone.</summary>
    private const int Parallel = 8;

    public Task FollowAsync(IReadOnlyList<ChangedArticle> articles, CancellationToken cancellationToken) =>
        System.Threading.Tasks.Parallel.ForEachAsync(
            articles,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            FollowAsync);

    private async ValueTask FollowAsync(ChangedArticle article, CancellationToken cancellationToken)
    {
        if (article.DeletedAt is not null)
        {
            if (await maintenance.RetireAsync(article.Id, cancellationToken) is { } left)
                Log.Retired(logger, article.Id, left.Id, left.CanonicalId);
        }
        else if (await projection.SettleAsync(article.Id, article.ClusterId, article.IsCanonical, cancellationToken))
        {
            Log.Settled(logger, article.Id, article.ClusterId);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(400, LogLevel.Information, "{ArticleId} was removed; {CanonicalId} is canonical in cluster {ClusterId}.")]
        public static partial void Retired(ILogger logger, string articleId, string clusterId, string? canonicalId);

        [LoggerMessage(401, LogLevel.Debug, "{ArticleId} was stored with cluster {ClusterId} as it no longer stands, and is corrected.")]
        public static partial void Settled(ILogger logger, string articleId, string clusterId);
    }
}
