using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Ingestion.Deduplication.Matching;

/// <summary>What the store knew of an article when it was looked up.</summary>
internal sealed class Known(IEnumerable<FingerprintItem> items)
{
    private readonly Dictionary<string, FingerprintItem> _items = items.ToDictionary(item => item.Id, StringComparer.Ordinal);

    public IEnumerable<AnchorItem> Anchors => _items.Values.OfType<AnchorItem>();

    public ContentItem? Content => _items.Values.OfType<ContentItem>().FirstOrDefault();

    public AddressItem? Address => _items.Values.OfType<AddressItem>().FirstOrDefault();

    public AnchorItem? Anchor(ulong hash) => _items.GetValueOrDefault(AnchorItem.IdOf(hash)) as AnchorItem;

    /// <summary>True when the article owns anchors that name a cluster of its own: it was judged before, or was about to be.</summary>
    public bool HasFounded(string articleId) =>
        Anchors.Any(anchor => anchor.ArticleId == articleId && anchor.ClusterId == articleId);
}
