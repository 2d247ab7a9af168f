namespace Pipeline.Ingestion.Language.Service;

/// <summary>What the service said of one document: findings, or why there are none.</summary>
/// <param name="Items">The findings.</param>
/// <param name="ModelVersion">The model that the service used.</param>
/// <param name="Fault">A sentence when the service could not read the document, else null.</param>
internal sealed record DocumentAnswer<T>(IReadOnlyList<T> Items, string ModelVersion, string? Fault);
