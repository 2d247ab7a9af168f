using System.Buffers;

namespace Pipeline.Articles.Languages;

/// <summary>
/// Script first, then naive Bayes over the 1- to 5-grams of words (after Cavnar and Trenkle, "N-Gram-Based Text
/// Categorization", 1994, with weighted in place of ranked n-grams). Stateless; one instance serves all threads.
/// </summary>
public sealed class LanguageIdentifier : ILanguageIdentifier
{
    /// <summary>Letters looked at: more do not change the answer, and a huge text costs no more than a page.</summary>
    private const int LettersRead = 4_000;

    /// <summary>
    /// Letters looked at first, at the beginning and again in the middle: where both leave no doubt and say the same, the rest would say
    /// it too at ten times the cost.
    /// </summary>
    private const int FirstLook = 100;

    private const double NoDoubt = 0.97;

    /// <summary>With fewer letters a word of one language is too often a name in another.</summary>
    private const int FewestLetters = 8;

    private static readonly Lazy<LanguageIdentifier> Loaded = new(() => new(NgramProfiles.Embedded()));

    private readonly NgramProfiles _profiles;

    private LanguageIdentifier(NgramProfiles profiles) => _profiles = profiles;

    /// <summary>With the profiles inside this assembly.</summary>
    public static LanguageIdentifier Default => Loaded.Value;

    internal static LanguageIdentifier With(NgramProfiles profiles) => new(profiles);

    /// <summary>Every tag that <see cref="Identify"/> can give, besides "und".</summary>
    public IReadOnlyList<string> Languages => [.. _profiles.Languages.Concat(Scripts.Languages).Distinct().Order(StringComparer.Ordinal)];

    // text -> words of letters -> script census -> a script of one language: done
    //                                           -> else: sum of n-gram weights a language -> best, margin
    // first for two pieces of the text; all of it is read where they leave a doubt.
    public IdentifiedLanguage Identify(ReadOnlySpan<char> text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(LettersRead + 2);
        try
        {
            return (text.Length > 4 * FirstLook ? AtFirstLook(text, buffer.AsSpan(0, FirstLook + 2)) : null) ?? Identify(text, buffer.AsSpan(0, LettersRead + 2));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private IdentifiedLanguage? AtFirstLook(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var start = Identify(text, buffer);
        var middle = start.Confidence >= NoDoubt ? Identify(text[(text.Length / 2)..], buffer) : IdentifiedLanguage.Unknown;
        return middle.Confidence >= NoDoubt && middle.Tag == start.Tag ? start : null;
    }

    private IdentifiedLanguage Identify(ReadOnlySpan<char> text, Span<char> buffer)
    {
        // 1. Words of letters, lower case, one blank between them.
        var words = buffer[..LetterWords.Read(text, buffer)];

        // 2. A script that one language alone uses.
        var script = Scripts.Count(words, out var letters);
        if (script.Language is { } sole)
            return letters < 2 ? IdentifiedLanguage.Unknown : new IdentifiedLanguage(sole, script.Share);
        if (letters < FewestLetters)
            return IdentifiedLanguage.Unknown;

        // 3. The others by their n-grams.
        return _profiles.Best(words);
    }
}
