namespace Pipeline.Local.Comparing;

/// <summary>Both providers' findings in one article.</summary>
internal sealed record ComparedArticle
{
    /// <summary>File, and the place in it for an article of a batch.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Language { get; init; }

    /// <summary>Of the cleaned text, in UTF-16 code units.</summary>
    public required int Characters { get; init; }

    /// <summary>What the service charges for both features.</summary>
    public required int TextRecords { get; init; }

    public required Difference<FoundMention> Mentions { get; init; }

    public required Difference<string> KeyPhrases { get; init; }

    /// <summary>What either provider could not read, one sentence each.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
