using Pipeline.Ingestion.Documents;

namespace Pipeline.Local.Progress;

/// <summary>What the summary shows of a stored article; the document itself would keep its text in memory.</summary>
internal sealed record StoredArticle(
    string Title,
    bool TitleMade,
    string? Site,
    string? Date,
    string Language,
    int WordsKept,
    int WordsReceived,
    IReadOnlyList<string> Entities,
    IReadOnlyList<string> KeyPhrases,
    string Duplicate,
    double Milliseconds)
{
    private const int Top = 3;

    public static StoredArticle Of(ArticleDocument document, double milliseconds) => new(
        document.Title,
        document.Sources["title"] == "text",
        document.Site,
        document.Published?.Value,
        document.Language,
        document.Cleaning.WordsKept,
        document.Cleaning.WordsReceived,
        [.. document.Entities.OrderByDescending(entity => entity.Count).Take(Top).Select(entity => entity.Name)],
        [.. document.KeyPhrases.Take(Top)],
        document.Duplicate.Of is { } of
            ? $"{document.Duplicate.Kind} of {of[..Math.Min(8, of.Length)]}".ToLowerInvariant()
            : document.Duplicate.Kind.ToString().ToLowerInvariant(),
        milliseconds);
}
