namespace Pipeline.Articles.Formats;

/// <summary>What the source states about the article outside its text: JSON fields, a WARC header, front matter. Raw strings.</summary>
public sealed record GivenFields
{
    public static GivenFields None { get; } = new();

    public string? Title { get; init; }

    public string? Url { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Published { get; init; }

    public string? Modified { get; init; }

    public string? SiteName { get; init; }

    public string? Language { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
}
