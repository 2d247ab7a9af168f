namespace Pipeline.Articles.KeyPhrases;

/// <summary>Keeps two phrases from saying the same.</summary>
internal sealed class PhraseOverlap
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>False when a better phrase has the same words, in whatever order.</summary>
    public bool Take(PhraseCandidate candidate) =>
        _taken.Add(string.Join(' ', candidate.Words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
}
