namespace Pipeline.Articles.Languages;

/// <summary>FNV-1a over UTF-16 code units: the name under which profiles keep an n-gram.</summary>
internal static class NgramHash
{
    public const int Longest = 5;

    public const uint Start = 2166136261;

    public static uint Add(uint hash, char c) => (hash ^ c) * 16777619;

    public static uint Of(ReadOnlySpan<char> ngram)
    {
        var hash = Start;
        foreach (var c in ngram)
            hash = Add(hash, c);
        return hash;
    }
}
