using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.KeyPhrases.Speech;

/// <summary>What the tokens beside a word see of it, found once for all of them.</summary>
/// <param name="Lower">Hash of its lower case; of a number, its length.</param>
/// <param name="Coarse">Cluster of 64, 0 for an unknown word.</param>
/// <param name="Middle">Cluster of 256.</param>
/// <param name="Fine">Cluster of 1024.</param>
internal readonly record struct SpeechWord(uint Lower, int Coarse, int Middle, int Fine)
{
    /// <summary>Stands before the first word of a sentence and behind the last.</summary>
    public static SpeechWord None { get; } = Of(0);

    public static SpeechWord[] Of(string text, ReadOnlySpan<Token> tokens)
    {
        var words = new SpeechWord[tokens.Length];
        for (var at = 0; at < words.Length; at++)
            words[at] = Of(tokens[at].Kind == TokenKind.Number ? (uint)tokens[at].Length : FeatureHash.Lower(tokens[at].In(text)));
        return words;
    }

    private static SpeechWord Of(uint lower)
    {
        var (coarse, middle, fine) = WordClusters.Default.Of(lower);
        return new SpeechWord(lower, coarse, middle, fine);
    }
}
