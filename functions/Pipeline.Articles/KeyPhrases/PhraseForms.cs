namespace Pipeline.Articles.KeyPhrases;

/// <summary>Forms under which words of phrases are compared.</summary>
internal static class PhraseForms
{
    /// <summary>Lower case, plural cut: "Parties" and "party" are one.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var lower = word.ToString().ToLowerInvariant();
        if (lower.Length > 4 && lower.EndsWith("ies", StringComparison.Ordinal))
            return lower[..^3] + "y";
        if (lower.Length > 3 && lower[^1] == 's' && lower[^2] is not ('s' or 'u' or 'i'))
            return lower[..^1];
        return lower;
    }
}
