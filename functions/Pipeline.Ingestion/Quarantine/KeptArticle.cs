using Azure;

namespace Pipeline.Ingestion.Quarantine;

/// <summary>A record as it was read, with the ETag that its removal has to match.</summary>
public sealed record KeptArticle(QuarantineRecord Record, ETag ETag);
