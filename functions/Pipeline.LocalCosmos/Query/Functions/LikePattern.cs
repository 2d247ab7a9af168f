namespace Pipeline.LocalCosmos.Query.Functions;

/// <summary>
/// LIKE: <c>%</c> stands for any text, <c>_</c> for one character, <c>[a-z]</c> and <c>[^a-z]</c> for one of a set. Case counts.
/// Greedy matching that backtracks to the last <c>%</c> only: time is at most pattern times text.
/// </summary>
internal static class LikePattern
{
    public static bool IsMatch(string text, string pattern, char? escape)
    {
        int t = 0, p = 0, retryText = -1, retryPattern = -1;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '%' && pattern[p] != escape)
            {
                retryPattern = ++p;
                retryText = t;
            }
            else if (p < pattern.Length && MatchesOne(text[t], pattern, p, escape, out var length))
            {
                p += length;
                t++;
            }
            else if (retryPattern >= 0)
            {
                p = retryPattern;
                t = ++retryText;
            }
            else return false;
        }
        while (p < pattern.Length && pattern[p] == '%' && pattern[p] != escape) p++;
        return p == pattern.Length;
    }

    /// <summary>The literal text that every match starts with.</summary>
    public static string Prefix(string pattern, char? escape)
    {
        var end = pattern.AsSpan().IndexOfAny('%', '_', '[');
        if (escape is { } character && pattern.IndexOf(character) is >= 0 and var escaped && (end < 0 || escaped < end)) end = escaped;
        return end < 0 ? pattern : pattern[..end];
    }

    private static bool MatchesOne(char c, string pattern, int p, char? escape, out int length)
    {
        length = 1;
        if (pattern[p] == escape && p + 1 < pattern.Length)
        {
            length = 2;
            return pattern[p + 1] == c;
        }
        if (pattern[p] == '_') return true;
        var close = pattern[p] == '[' ? pattern.IndexOf(']', p + 1) : -1;
        if (close < 0) return pattern[p] == c;
        length = close - p + 1;
        return InSet(c, pattern.AsSpan(p + 1, close - p - 1));
    }

    private static bool InSet(char c, ReadOnlySpan<char> set)
    {
        var negated = set.StartsWith("^");
        if (negated) set = set[1..];
        for (var i = 0; i < set.Length; i++)
        {
            var isRange = i + 2 < set.Length && set[i + 1] == '-';
            var found = isRange ? c >= set[i] && c <= set[i + 2] : c == set[i];
            if (found) return !negated;
            if (isRange) i += 2;
        }
        return negated;
    }
}
