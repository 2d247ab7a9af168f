using System.Collections.Frozen;
using Pipeline.Articles.KeyPhrases.Speech;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.KeyPhrases;

/// <summary>The units of a text, by parts of speech for English and by stop words for other languages.</summary>
internal static class PhraseUnits
{
    public static List<PhraseUnit> Of(string text, bool english, FrozenSet<string> stopWords)
    {
        var tokens = Tokeniser.Read(text);
        var parts = english ? SpeechTagger.Default.Tag(text, tokens) : ByStopWords(text, tokens, stopWords);
        var stop = stopWords.GetAlternateLookup<ReadOnlySpan<char>>();
        var units = new List<PhraseUnit>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            var last = at;
            if (parts[at] != SpeechPart.Other)
            {
                while (JoinsNext(text, tokens, parts, last))
                    last += 2;
            }

            // "hard-fought", "war-torn": a joined word that ends in a verb stands like an adjective.
            var part = last > at && parts[last] is SpeechPart.Verb or SpeechPart.Adverb ? SpeechPart.Adjective : parts[last];
            var (start, end) = (tokens[at].Start, tokens[last].End);
            var stops = part != SpeechPart.ProperNoun && stop.Contains(text.AsSpan(start, end - start));
            units.Add(new PhraseUnit(start, end, part, stops, tokens[at].OpensSentence));
            at = last + 1;
        }
        return units;
    }

    private static bool JoinsNext(string text, List<Token> tokens, SpeechPart[] parts, int at) =>
        at + 2 < tokens.Count && text[tokens[at + 1].Start] == '-' && !tokens[at + 1].SpaceBefore && !tokens[at + 2].SpaceBefore
        && parts[at + 2] != SpeechPart.Other;

    /// <summary>Without a model every word that is no stop word may be part of a phrase.</summary>
    private static SpeechPart[] ByStopWords(string text, List<Token> tokens, FrozenSet<string> stopWords)
    {
        var stop = stopWords.GetAlternateLookup<ReadOnlySpan<char>>();
        var parts = new SpeechPart[tokens.Count];
        for (var at = 0; at < parts.Length; at++)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Word && token.Length > 1 && !stop.Contains(token.In(text)))
                parts[at] = SpeechPart.Noun;
        }
        return parts;
    }
}
