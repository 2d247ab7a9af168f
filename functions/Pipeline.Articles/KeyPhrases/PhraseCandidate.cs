namespace Pipeline.Articles.KeyPhrases;

/// <summary>A phrase of one article with what its rank is made from.</summary>
internal sealed class PhraseCandidate
{
    /// <summary>As it first stands in the text, whole if it ever does.</summary>
    public required string Text { get; init; }

    /// <summary>Its words in lower case with plurals cut.</summary>
    public required string[] Words { get; init; }

    /// <summary>Index of its first word among the text's units.</summary>
    public required int First { get; init; }

    /// <summary>True when a proper noun is among its words.</summary>
    public required bool IsName { get; init; }

    /// <summary>How often it stands as a whole noun phrase.</summary>
    public int Whole { get; set; }

    /// <summary>How often it is one word of a longer noun phrase.</summary>
    public int Nested { get; set; }

    public double Score { get; set; }
}
