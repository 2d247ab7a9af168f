using Pipeline.Articles.Cleaning.Sites;

namespace Pipeline.Articles.Cleaning;

/// <summary>What the cleaner may know besides the source itself.</summary>
public sealed record CleaningContext
{
    public static CleaningContext None { get; } = new();

    /// <summary>When the source was received: no date found in it is from later. Null when that is unknown.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The site, as <see cref="SiteKey"/> names it; then the result says what the article shows of it. Null when nothing tells.</summary>
    public string? Site { get; init; }

    /// <summary>What is remembered of the site; null when it was never seen, and then everything is as without it.</summary>
    public SiteSketch? Memory { get; init; }
}
