namespace Pipeline.Ingestion.Deduplication.Items;

/// <summary>
/// <c>v:{articleId}</c>: the verdict on each content that an article has had. Its presence says that the article is judged:
/// a redelivered message costs this one read.
/// </summary>
internal sealed record VerdictItem : FingerprintItem
{
    /// <summary>By crawl time, oldest first.</summary>
    public required IReadOnlyList<JudgedContent> Contents { get; init; }

    /// <summary>The cluster that an operator gave the article; it joins no other.</summary>
    public string? Correction { get; init; }

    /// <summary>Time to live of an item that does not expire.</summary>
    public const int Forever = -1;

    public static string IdOf(string articleId) => "v:" + articleId;
}
