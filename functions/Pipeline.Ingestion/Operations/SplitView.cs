using Pipeline.Ingestion.Deduplication.Operating;

namespace Pipeline.Ingestion.Operations;

/// <summary>An article that was taken out of its cluster.</summary>
/// <param name="Before">As it stood; in the same cluster when it had been taken out already.</param>
/// <param name="ClusterId">The cluster that it founds.</param>
public sealed record SplitView(StandingView Before, string ClusterId)
{
    public static SplitView Of(SplitArticle split) => new(StandingView.Of(split.Before), split.ClusterId);
}
