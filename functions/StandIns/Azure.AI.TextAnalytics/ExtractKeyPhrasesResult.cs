namespace Azure.AI.TextAnalytics;

/// <summary>The key phrases of one document.</summary>
public partial class ExtractKeyPhrasesResult : TextAnalyticsResult
{
    private readonly KeyPhraseCollection _keyPhrases;

    internal ExtractKeyPhrasesResult(string id, KeyPhraseCollection keyPhrases)
        : base(id) => _keyPhrases = keyPhrases;

    internal ExtractKeyPhrasesResult(string id, TextAnalyticsError error)
        : base(id, error)
    {
    }

    public KeyPhraseCollection KeyPhrases =>
        HasError ? throw new InvalidOperationException($"Document {Id} has no result: {Error.Message}") : _keyPhrases;
}
