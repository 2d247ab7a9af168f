namespace Pipeline.Articles.KeyPhrases;

/// <summary>A phrase of one article with what its rank is made from.</summary>
internal sealed class PhraseCandidate
{
    /// <summary>As it first stands in the text.</summary>
    public required string Text { get; init; }

    /// <summary>Its words in lower case with plurals cut.</summary>
    public required string[] Words { get; init; }

    /// <summary>Index of its first word among the text's units.</summary>
    public required int First { get; init; }

    public int Count { get; set; }

    /// <summary>True when it stands somewhere as a whole noun phrase, not only inside a longer one.</summary>
    public bool Whole { get; set; }

    public double Score { get; set; }
}
