namespace Pipeline.Ingestion.Deduplication.Items;

/// <summary>
/// <c>v:{articleId}</c>: the verdict on each content that an article has had. Its presence says that the article is judged:
/// a redelivered message costs this one read.
/// </summary>
internal sealed record VerdictItem : FingerprintItem
{
    /// <summary>By crawl time, oldest first; none while the first is being judged.</summary>
    public required IReadOnlyList<JudgedContent> Contents { get; init; }

    /// <summary>
    /// The clusters that a judgement which was not finished may have made elect the article, or merged with another. Whoever finishes
    /// it elsewhere must merge them with that one, or they would be led by an article of another cluster. Null for none.
    /// </summary>
    public IReadOnlyList<EnteredCluster>? Ties { get; init; }

    /// <summary>
    /// A cluster that a slower delivery led others into, and that is being merged with that of the verdicts: whoever finds it here finishes
    /// that first, since the slower one may have crashed within.
    /// </summary>
    public EnteredCluster? Merging { get; init; }

    /// <summary>The cluster that an operator gave the article; it joins no other.</summary>
    public string? Correction { get; init; }

    /// <summary>Time to live of an item that does not expire.</summary>
    public const int Forever = -1;

    public static string IdOf(string articleId) => "v:" + articleId;
}
