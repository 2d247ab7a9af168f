using Pipeline.Articles.Cleaning;

namespace Pipeline.Articles.Entities;

/// <summary>Someone or something that an article names, with every mention folded in.</summary>
public sealed record Entity
{
    /// <summary>The fullest form used in the article.</summary>
    public required string Name { get; init; }

    public required EntityCategory Category { get; init; }

    public string? Subcategory { get; init; }

    /// <summary>The highest confidence of its mentions, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Other forms used in the article.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>UTF-16 stretches of the cleaned text, in order.</summary>
    public required IReadOnlyList<TextSpan> Mentions { get; init; }
}
