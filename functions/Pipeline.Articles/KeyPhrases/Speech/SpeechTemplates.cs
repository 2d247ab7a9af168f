using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.KeyPhrases.Speech;

/// <summary>The features of one token, as hashes. The trainer and the tagger both ask here.</summary>
internal static class SpeechTemplates
{
    public const int Count = 13;

    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="at">Index of the token.</param>
    /// <param name="before">Part of the token before it, in its sentence.</param>
    /// <param name="twoBefore">Part of the token before that.</param>
    /// <param name="target">Takes <see cref="Count"/> hashes.</param>
    public static void Write(
        string text, IReadOnlyList<Token> tokens, int at, SpeechPart before, SpeechPart twoBefore, Span<uint> target)
    {
        var token = tokens[at];
        var word = token.In(text);
        var lower = Lower(text, token);
        var (previous, next) = (0u, 0u);
        var nextWord = ReadOnlySpan<char>.Empty;
        if (!token.OpensSentence && at > 0)
            previous = Lower(text, tokens[at - 1]);
        if (at + 1 < tokens.Count && !tokens[at + 1].OpensSentence)
        {
            nextWord = tokens[at + 1].In(text);
            next = Lower(text, tokens[at + 1]);
        }
        var case0 = (char.IsUpper(word[0]) ? 1u : 0) | (token.OpensSentence ? 2u : 0) | (char.IsUpper(word[^1]) ? 4u : 0);
        var cluster = WordClusters.Default.Of(lower);
        var nextCluster = WordClusters.Default.Of(next);
        var tags = ((uint)before * 8) + (uint)twoBefore;
        target[0] = FeatureHash.Of(1, lower, case0 & 1);
        target[1] = FeatureHash.Of(2, previous);
        target[2] = FeatureHash.Of(3, next);
        target[3] = FeatureHash.Of(4, Suffix(word, 3), case0 & 1);
        target[4] = FeatureHash.Of(5, Suffix(word, 2), (uint)before);
        target[5] = FeatureHash.Of(6, tags);
        target[6] = FeatureHash.Of(7, (uint)before, lower);
        target[7] = FeatureHash.Of(8, case0, (uint)before);
        target[8] = FeatureHash.Of(9, (uint)cluster.Fine, case0 & 1);
        target[9] = FeatureHash.Of(10, (uint)cluster.Middle, (uint)before);
        target[10] = FeatureHash.Of(11, (uint)nextCluster.Middle, (uint)cluster.Coarse);
        target[11] = FeatureHash.Of(12, Suffix(nextWord, 3), (uint)before);
        target[12] = FeatureHash.Of(13, (uint)token.Kind, case0);
    }

    private static uint Lower(string text, Token token) =>
        token.Kind == TokenKind.Number ? (uint)token.Length : FeatureHash.Lower(token.In(text));

    private static uint Suffix(ReadOnlySpan<char> word, int length) =>
        FeatureHash.Lower(word.Length > length ? word[^length..] : word);
}
