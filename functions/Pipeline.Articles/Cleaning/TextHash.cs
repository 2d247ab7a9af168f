namespace Pipeline.Articles.Cleaning;

/// <summary>A 64 bit hash of a text's letters and digits without regard to case, spaces and marks (FNV-1a).</summary>
internal static class TextHash
{
    private const ulong Prime = 1099511628211UL;

    public static ulong Folded(ReadOnlySpan<char> text) => Folded(text, int.MaxValue);

    /// <summary>The same of the first letters and digits only.</summary>
    public static ulong Folded(ReadOnlySpan<char> text, int most)
    {
        var hash = 14695981039346656037UL;
        for (var i = 0; i < text.Length && most > 0; i++)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c))
            {
                hash = (hash ^ (c >= 128 ? char.ToLowerInvariant(c) : char.IsAsciiLetter(c) ? (uint)(c | 0x20) : c)) * Prime;
                most--;
            }
        }

        return hash;
    }
}
