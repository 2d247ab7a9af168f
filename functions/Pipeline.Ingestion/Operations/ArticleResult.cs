namespace Pipeline.Ingestion.Operations;

/// <summary>What an operation did to one article or file.</summary>
/// <param name="Id">Id of the article; null for a file.</param>
/// <param name="Name">Blob, and place in it.</param>
/// <param name="Done">False when it was left as it is.</param>
/// <param name="What">One sentence: what was done, or why nothing.</param>
public sealed record ArticleResult(string? Id, string Name, bool Done, string What);
