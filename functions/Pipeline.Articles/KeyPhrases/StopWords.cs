using System.Collections.Frozen;
using Pipeline.Articles.Entities.Names;

namespace Pipeline.Articles.KeyPhrases;

/// <summary>Words that carry no subject, by language. For a language without a list: English words and short ones.</summary>
internal static class StopWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = LexiconFile.Lines("stop-words.txt")
        .Select(line => line.Split(':', 2))
        .ToFrozenDictionary(parts => parts[0], parts => parts[1].Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    public static FrozenSet<string> Of(string language) =>
        ByLanguage.GetValueOrDefault(language.Split('-')[0].ToLowerInvariant()) ?? ByLanguage["en"];
}
