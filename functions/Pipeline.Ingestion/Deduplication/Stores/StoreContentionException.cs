namespace Pipeline.Ingestion.Deduplication.Stores;

/// <summary>Others changed one item again and again; the whole judgement can be tried again later.</summary>
public sealed class StoreContentionException(string id)
    : Exception($"The fingerprint item '{id}' was changed by others at every attempt to write it.");
