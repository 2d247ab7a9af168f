namespace Pipeline.Articles.Entities.Tagging;

/// <summary>32-bit names of features. Two that collide share a weight, which costs nothing measurable.</summary>
internal static class FeatureHash
{
    private const uint Prime = 16777619;

    public static uint Lower(ReadOnlySpan<char> word)
    {
        var hash = 2166136261;
        foreach (var c in word)
            hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
        return hash;
    }

    public static uint Exact(ReadOnlySpan<char> word)
    {
        var hash = 2166136261;
        foreach (var c in word)
            hash = (hash ^ c) * Prime;
        return hash;
    }

    /// <summary>A template's number and its value in one.</summary>
    public static uint Of(int template, uint value)
    {
        // The finaliser of MurmurHash3 (Appleby, public domain), so that near values come to lie apart.
        var hash = value + ((uint)template * 0x9E3779B9u);
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }

    public static uint Of(int template, uint first, uint second) => Of(template, (first * 0x01000193u) ^ ((second << 7) | (second >> 25)));
}
