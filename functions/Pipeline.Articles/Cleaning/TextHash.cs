namespace Pipeline.Articles.Cleaning;

/// <summary>A 64 bit hash of a text's letters and digits without regard to case, spaces and marks (FNV-1a).</summary>
internal static class TextHash
{
    private const ulong Prime = 1099511628211UL;

    public static ulong Folded(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
        {
            if (c < 128)
            {
                hash = char.IsAsciiLetter(c) ? (hash ^ (uint)(c | 0x20)) * Prime : char.IsAsciiDigit(c) ? (hash ^ c) * Prime : hash;
            }
            else if (char.IsLetterOrDigit(c))
            {
                hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
            }
        }

        return hash;
    }
}
