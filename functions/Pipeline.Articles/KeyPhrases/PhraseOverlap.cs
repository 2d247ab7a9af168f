namespace Pipeline.Articles.KeyPhrases;

/// <summary>Keeps two phrases from saying the same.</summary>
internal sealed class PhraseOverlap
{
    private readonly List<HashSet<string>> _taken = [];

    /// <summary>False when a better phrase has all words of this one, or this one adds nothing but a word to a better one.</summary>
    public bool Take(PhraseCandidate candidate)
    {
        var words = candidate.Words.ToHashSet(StringComparer.Ordinal);
        foreach (var other in _taken)
        {
            var shared = words.Count(other.Contains);
            if (shared == words.Count || (shared == other.Count && other.Count > 1))
                return false;
        }
        _taken.Add(words);
        return true;
    }
}
