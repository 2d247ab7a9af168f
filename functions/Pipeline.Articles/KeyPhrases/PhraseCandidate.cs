namespace Pipeline.Articles.KeyPhrases;

/// <summary>A phrase of one article with what its rank is made from.</summary>
internal sealed class PhraseCandidate
{
    /// <summary>The words in lower case with plurals cut: two forms of one phrase share it.</summary>
    public required string Key { get; init; }

    /// <summary>As it first stands in the text.</summary>
    public required string Text { get; init; }

    public required string[] Words { get; init; }

    /// <summary>Place of the first occurrence among the tokens, 0 to 1.</summary>
    public required double Position { get; init; }

    public int Count { get; set; }

    public bool InTitle { get; set; }

    public double Score { get; set; }
}
