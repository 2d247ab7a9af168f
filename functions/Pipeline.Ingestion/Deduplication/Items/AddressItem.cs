namespace Pipeline.Ingestion.Deduplication.Items;

/// <summary><c>u:{urlHash}</c>: the contents seen under one canonical URL, whatever blobs they came in.</summary>
internal sealed record AddressItem : FingerprintItem
{
    /// <summary>By crawl time, oldest first; at most <see cref="MaxRevisions"/>, of which the first is always kept.</summary>
    public required IReadOnlyList<SeenRevision> Revisions { get; init; }

    /// <summary>How many between the first and the second of <see cref="Revisions"/> were let go.</summary>
    public int Omitted { get; init; }

    /// <summary>Bounds the item's size: a page that changes every hour has no end.</summary>
    public const int MaxRevisions = 24;

    public static string IdOf(string urlHash) => "u:" + urlHash;
}
