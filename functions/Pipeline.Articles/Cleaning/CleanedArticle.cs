using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning;

/// <summary>An article without what the site put around and into it.</summary>
public sealed record CleanedArticle
{
    /// <summary>The article, paragraphs apart by an empty line ("\n\n"), nothing else of layout. Never holds the title.</summary>
    public required string Text { get; init; }

    public required ArticleMetadata Metadata { get; init; }

    public required CleaningAudit Audit { get; init; }
}
