namespace Pipeline.Ingestion.Deduplication.Items;

/// <summary><c>x:{articleId}</c>: an operator took the article out of a cluster. It never expires.</summary>
internal sealed record CorrectionItem : FingerprintItem
{
    /// <summary>The cluster that the article founded by that.</summary>
    public required string ClusterId { get; init; }

    /// <summary>Clusters it must not join.</summary>
    public required IReadOnlyList<string> Apart { get; init; }

    public static string IdOf(string articleId) => "x:" + articleId;
}
