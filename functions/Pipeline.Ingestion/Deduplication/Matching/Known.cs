using Pipeline.Articles.Fingerprints;
using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Ingestion.Deduplication.Matching;

/// <summary>What the store knew of an article when it was looked up.</summary>
internal sealed class Known(IReadOnlyList<FingerprintItem> items)
{
    private readonly Dictionary<string, FingerprintItem> _items = items.ToDictionary(item => item.Id, StringComparer.Ordinal);

    public IEnumerable<AnchorItem> Anchors => _items.Values.OfType<AnchorItem>();

    public ContentItem? Content => _items.Values.OfType<ContentItem>().FirstOrDefault();

    public AddressItem? Address => _items.Values.OfType<AddressItem>().FirstOrDefault();

    public CorrectionItem? Correction => _items.Values.OfType<CorrectionItem>().FirstOrDefault();

    public AnchorItem? Anchor(ulong hash) => _items.GetValueOrDefault(AnchorItem.IdOf(hash)) as AnchorItem;
}
