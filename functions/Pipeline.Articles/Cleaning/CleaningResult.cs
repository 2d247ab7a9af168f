using Pipeline.Articles.Cleaning.Sites;
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

    /// <summary>What the article shows of its site, for the site's memory; null when the site is unknown.</summary>
    public SiteObservation? Observation { get; private init; }

    public static CleaningResult Of(CleanedArticle article, SiteObservation? observation = null) => new() { Article = article, Observation = observation };

    public static CleaningResult NoArticle(string reason) =>
        new() { Rejection = new Rejection(RejectionCategory.NoArticle, reason) };
}
