using Azure;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Storage;

/// <summary>A state as it was read, with the ETag that a write has to match.</summary>
public sealed record StoredState(ArticleState State, ETag ETag);
