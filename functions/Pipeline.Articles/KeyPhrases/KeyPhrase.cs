namespace Pipeline.Articles.KeyPhrases;

/// <summary>A phrase that tells what an article is about.</summary>
/// <param name="Text">As it stands in the article.</param>
/// <param name="Rank">1 for the most telling one.</param>
public sealed record KeyPhrase(string Text, int Rank);
