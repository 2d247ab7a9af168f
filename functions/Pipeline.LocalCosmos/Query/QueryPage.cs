namespace Pipeline.LocalCosmos.Query;

/// <param name="Items">Each result as UTF-8 JSON.</param>
/// <param name="Continuation">Opaque token for the next page; null when this was the last one.</param>
/// <param name="DocumentsRead">Documents whose JSON was parsed for this page.</param>
/// <param name="UsedIndex">True when an index (a predicate's, an ORDER BY's, or the partition key's) bounded the read.</param>
internal sealed record QueryPage(
    IReadOnlyList<ReadOnlyMemory<byte>> Items,
    string? Continuation,
    int DocumentsRead,
    bool UsedIndex);
