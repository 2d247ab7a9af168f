using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Ingestion.Deduplication.Stores;

/// <summary>The answer to a read of many items.</summary>
internal sealed record FingerprintPage(IReadOnlyList<FingerprintItem> Documents);
