namespace Pipeline.Articles.Metadata;

/// <summary>What is known about an article besides its text. Each value carries the source that gave it.</summary>
public sealed record ArticleMetadata
{
    /// <summary>Never empty: where the source carries no headline it is made from the text, and its source says "text".</summary>
    public required Sourced<string> Title { get; init; }

    public IReadOnlyList<Sourced<string>> Authors { get; init; } = [];

    public SourcedDate? Published { get; init; }

    public SourcedDate? Modified { get; init; }

    public Sourced<string>? SiteName { get; init; }

    /// <summary>Absolute and normalised: no tracking parameters, no fragment.</summary>
    public Sourced<string>? CanonicalUrl { get; init; }

    /// <summary>BCP 47 language tag, "und" when it cannot be told.</summary>
    public required Sourced<string> Language { get; init; }

    public Sourced<string>? Section { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Without the number sign, in order of appearance.</summary>
    public IReadOnlyList<string> Hashtags { get; init; } = [];

    public Sourced<string>? LeadImageUrl { get; init; }

    public Sourced<string>? CopyrightHolder { get; init; }

    public bool? Paywalled { get; init; }
}
