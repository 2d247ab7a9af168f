namespace Pipeline.Articles.Cleaning.Text;

/// <summary>What a publisher says of itself in whole sentences, which look like the article's own: disclaimers and imprints.</summary>
internal static class HouseStatement
{
    private const int LongestStatement = 45;
    private const int Opening = 32;

    /// <returns>The rule that takes the line out, or null.</returns>
    public static string? Find(ReadOnlySpan<char> text, in LineFacts facts, PhraseKind phrases)
    {
        if (facts.Words > LongestStatement)
        {
            return null;
        }

        return IsDisclaimer(text) ? "disclaimer" : (phrases & PhraseKind.Account) != 0 && IsImprint(text) ? "imprint" : null;
    }

    /// <summary>"The views expressed in this article are those of the author and do not necessarily …".</summary>
    private static bool IsDisclaimer(ReadOnlySpan<char> text)
    {
        var opening = text[..Math.Min(text.Length, Opening)];
        return (Has(opening, "views expressed") || Has(opening, "opinions expressed")) && (Has(text, "author") || Has(text, "necessarily"));
    }

    /// <summary>"… Ltd, registered office 1 High Street": an address without a verb; an article says that a firm moved its registered office.</summary>
    private static bool IsImprint(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("registered office", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (text[..at].TrimEnd() is [] or [.., ',' or '.' or ';' or ':' or '|' or '–' or '-']);
    }

    private static bool Has(ReadOnlySpan<char> text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
