namespace Pipeline.LocalCosmos.Query.Execution;

/// <param name="Body">The item as UTF-8 JSON.</param>
internal readonly record struct DocumentRow(long RowId, byte[] Body);
