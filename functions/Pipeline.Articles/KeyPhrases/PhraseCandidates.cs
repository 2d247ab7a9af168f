using System.Collections.Frozen;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.KeyPhrases;

/// <summary>Runs of words without stop words and marks: what a phrase can be made of.</summary>
internal static class PhraseCandidates
{
    private const int LongestPhrase = 4;

    public static Dictionary<string, PhraseCandidate> Of(string text, List<Token> tokens, FrozenSet<string> stopWords)
    {
        var candidates = new Dictionary<string, PhraseCandidate>(StringComparer.Ordinal);
        var lookup = stopWords.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < tokens.Count; start++)
        {
            if (!IsContent(text, tokens[start], lookup) || (start > 0 && Continues(text, tokens, start, lookup)))
                continue;
            var end = start + 1;
            while (end < tokens.Count && Continues(text, tokens, end, lookup))
                end++;
            Add(candidates, text, tokens, start, end);
        }
        return candidates;
    }

    private static void Add(Dictionary<string, PhraseCandidate> candidates, string text, List<Token> tokens, int start, int end)
    {
        // A longer run is a clause, not a phrase: its last words are its head.
        start = Math.Max(start, end - LongestPhrase);
        var words = new string[end - start];
        for (var i = start; i < end; i++)
            words[i - start] = PhraseForms.Fold(tokens[i].In(text));
        var key = string.Join(' ', words);
        if (!candidates.TryGetValue(key, out var candidate))
        {
            candidates.Add(key, candidate = new PhraseCandidate
            {
                Key = key,
                Text = string.Join(' ', Enumerable.Range(start, end - start).Select(i => tokens[i].In(text).ToString())),
                Words = words,
                Position = (double)start / tokens.Count,
            });
        }
        candidate.Count++;
    }

    private static bool Continues(
        string text, List<Token> tokens, int at, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> stopWords) =>
        tokens[at].SpaceBefore && !tokens[at].OpensSentence
        && IsContent(text, tokens[at], stopWords) && IsContent(text, tokens[at - 1], stopWords);

    private static bool IsContent(string text, Token token, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> stopWords) =>
        token.Kind == TokenKind.Word && token.Length > 1 && !stopWords.Contains(token.In(text));
}
