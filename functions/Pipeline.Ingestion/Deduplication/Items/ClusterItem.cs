namespace Pipeline.Ingestion.Deduplication.Items;

/// <summary>
/// <c>k:{clusterId}</c>: what became of a cluster since it was founded. Without one, the founder, whose article id is the
/// cluster's id, is canonical.
/// </summary>
internal sealed record ClusterItem : FingerprintItem
{
    /// <summary>The cluster that this one is part of now; always one with a smaller id (ordinal), so that no circle can arise.</summary>
    public string? MergedInto { get; init; }

    /// <summary>When the founder of <see cref="MergedInto"/> was crawled.</summary>
    public DateTimeOffset IntoFoundedAt { get; init; }

    /// <summary>
    /// True from the merge until the canonical article stood for election in <see cref="MergedInto"/>. Whoever comes by does
    /// that first, since the one that merged may have crashed; and only once, since the article may be deleted later.
    /// </summary>
    public bool ElectionDue { get; init; }

    /// <summary>Null when every known member was deleted.</summary>
    public string? CanonicalId { get; init; }

    public DateTimeOffset? CanonicalCrawledAt { get; init; }

    /// <summary>Canonical before that.</summary>
    public string? FormerCanonicalId { get; init; }

    /// <summary>Clusters that an operator keeps apart from this one.</summary>
    public IReadOnlyList<string> Apart { get; init; } = [];

    /// <summary>The cluster that an article founds when an operator takes it out of another.</summary>
    public static string SplitIdOf(string articleId) => articleId + "~split";

    public static string IdOf(string clusterId) => "k:" + clusterId;
}
