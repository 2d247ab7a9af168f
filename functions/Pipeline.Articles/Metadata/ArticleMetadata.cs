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

    /// <summary>Keywords that the source gives, in order, each once.</summary>
    public IReadOnlyList<Sourced<string>> Tags { get; init; } = [];

    /// <summary>Without the number sign, in order of appearance.</summary>
    public IReadOnlyList<Sourced<string>> Hashtags { get; init; } = [];

    /// <summary>Absolute; its query is kept, since image servers sign it.</summary>
    public Sourced<string>? LeadImageUrl { get; init; }

    public Sourced<string>? CopyrightHolder { get; init; }

    /// <summary>The licence's URL or the sentence that grants it.</summary>
    public Sourced<string>? Licence { get; init; }

    /// <summary>True where only subscribers may read on, false where the source says that all may; null when it says nothing.</summary>
    public Sourced<bool>? Paywalled { get; init; }

    /// <summary>What a "Source:" line of the text names, when it is no URL.</summary>
    public Sourced<string>? Origin { get; init; }

    /// <summary>The place that the first paragraph begins with: "KYIV, Ukraine" of "KYIV, Ukraine (AP) — ".</summary>
    public Sourced<string>? Dateline { get; init; }
}
