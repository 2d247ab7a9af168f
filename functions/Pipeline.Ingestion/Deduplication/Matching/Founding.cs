namespace Pipeline.Ingestion.Deduplication.Matching;

/// <summary>What came of creating anchors.</summary>
/// <param name="Owned">Anchors that the article owns now.</param>
/// <param name="Founded">True when one of these names a cluster of the article's own.</param>
/// <param name="Placed">True when one tells of another judgement on the article: it was placed meanwhile.</param>
/// <param name="Met">A copy that had created one before; null when there was none.</param>
internal sealed record Founding(int Owned, bool Founded, bool Placed, Match? Met);
