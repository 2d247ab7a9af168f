namespace Pipeline.Ingestion.Deduplication.Matching;

/// <summary>What came of creating anchors.</summary>
/// <param name="Owned">Anchors that the article owns now.</param>
/// <param name="Created">Those of them that it did not own before.</param>
/// <param name="Met">A copy that had created one before; null when there was none.</param>
internal sealed record Founding(int Owned, int Created, Match? Met);
