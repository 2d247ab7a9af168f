using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.KeyPhrases.Speech;

/// <summary>The features of one token, as hashes. The trainer and the tagger both ask here.</summary>
internal static class SpeechTemplates
{
    public const int Count = 13;

    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="words">The same as words.</param>
    /// <param name="at">Index of the token.</param>
    /// <param name="before">Part of the token before it, in its sentence.</param>
    /// <param name="twoBefore">Part of the token before that.</param>
    /// <param name="target">Takes <see cref="Count"/> hashes.</param>
    public static void Write(
        string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<SpeechWord> words, int at, SpeechPart before, SpeechPart twoBefore, Span<uint> target)
    {
        ref readonly var token = ref tokens[at];
        ref readonly var here = ref words[at];
        var word = token.In(text);
        var previous = token.OpensSentence || at == 0 ? SpeechWord.None : words[at - 1];
        var (next, nextWord) = at + 1 == tokens.Length || tokens[at + 1].OpensSentence
            ? (SpeechWord.None, default(Token))
            : (words[at + 1], tokens[at + 1]);
        var case0 = (char.IsUpper(word[0]) ? 1u : 0) | (token.OpensSentence ? 2u : 0) | (char.IsUpper(word[^1]) ? 4u : 0);
        var tags = ((uint)before * 8) + (uint)twoBefore;
        target[0] = FeatureHash.Of(1, here.Lower, case0 & 1);
        target[1] = FeatureHash.Of(2, previous.Lower);
        target[2] = FeatureHash.Of(3, next.Lower);
        target[3] = FeatureHash.Of(4, Suffix(word, 3), case0 & 1);
        target[4] = FeatureHash.Of(5, Suffix(word, 2), (uint)before);
        target[5] = FeatureHash.Of(6, tags);
        target[6] = FeatureHash.Of(7, (uint)before, here.Lower);
        target[7] = FeatureHash.Of(8, case0, (uint)before);
        target[8] = FeatureHash.Of(9, (uint)here.Fine, case0 & 1);
        target[9] = FeatureHash.Of(10, (uint)here.Middle, (uint)before);
        target[10] = FeatureHash.Of(11, (uint)next.Middle, (uint)here.Coarse);
        target[11] = FeatureHash.Of(12, Suffix(nextWord.In(text), 3), (uint)before);
        target[12] = FeatureHash.Of(13, (uint)token.Kind, case0);
    }

    private static uint Suffix(ReadOnlySpan<char> word, int length) =>
        FeatureHash.Lower(word.Length > length ? word[^length..] : word);
}
