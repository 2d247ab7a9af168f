namespace Pipeline.Articles.Cleaning;

/// <summary>A 64 bit hash of a text's letters and digits without regard to case, spaces and marks (FNV-1a).</summary>
internal static class TextHash
{
    public static ulong Folded(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
            }
        }

        return hash;
    }
}
