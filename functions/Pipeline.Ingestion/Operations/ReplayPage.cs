namespace Pipeline.Ingestion.Operations;

/// <param name="Files">What was done with each file.</param>
/// <param name="Continuation">For the next page; null after the last.</param>
public sealed record ReplayPage(IReadOnlyList<ArticleResult> Files, string? Continuation);
