namespace Pipeline.Ingestion.Language.Service;

/// <summary>A stretch of an article that fits in one document of the service, in UTF-16 code units.</summary>
internal readonly record struct TextPiece(int Offset, int Length);
