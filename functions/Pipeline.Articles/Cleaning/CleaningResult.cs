using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Cleaning;

/// <summary>Either an article, or the reason why there is none.</summary>
public sealed record CleaningResult
{
    private CleaningResult()
    {
    }

    public CleanedArticle? Article { get; private init; }

    /// <summary>Set exactly when <see cref="Article"/> is null.</summary>
    public Rejection? Rejection { get; private init; }

    public static CleaningResult Of(CleanedArticle article) => new() { Article = article };

    public static CleaningResult NoArticle(string reason) =>
        new() { Rejection = new Rejection(RejectionCategory.NoArticle, reason) };
}
