using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Formats;

namespace Pipeline.Local.Cleaning;

/// <summary>What became of one entry of a file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Place">Place of the entry in a batch; null when the file is the article.</param>
/// <param name="Source">The received text; null when the bytes could not be decoded.</param>
/// <param name="Article">Null when there is none; then <paramref name="Rejection"/> says why.</param>
internal sealed record CleanOutcome(string File, string? Place, SourceText? Source, CleanedArticle? Article, Rejection? Rejection);
