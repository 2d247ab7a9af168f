namespace Pipeline.Articles.KeyPhrases;

/// <summary>Forms under which words of phrases are compared.</summary>
internal static class PhraseForms
{
    /// <summary>Characters of a word that need no memory of their own while it is folded.</summary>
    private const int UsualLength = 128;

    /// <summary>Lower case, plural cut: "Parties" and "party" are one.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var lower = word.Length <= UsualLength ? stackalloc char[UsualLength] : new char[word.Length];
        lower = lower[..word.ToLowerInvariant(lower)];
        if (lower.Length > 4 && lower.EndsWith("ies"))
        {
            lower[^3] = 'y';
            return lower[..^2].ToString();
        }
        if (lower.Length > 3 && lower[^1] == 's' && lower[^2] is not ('s' or 'u' or 'i'))
            lower = lower[..^1];
        return lower.ToString();
    }
}
