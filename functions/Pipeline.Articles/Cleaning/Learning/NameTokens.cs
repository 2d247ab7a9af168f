using Pipeline.Articles.Cleaning.Html;

namespace Pipeline.Articles.Cleaning.Learning;

/// <summary>Where a name stands, seen from a block: the same name means something else at each place.</summary>
internal enum NameScope
{
    /// <summary>At the block's own element.</summary>
    Own = 1,

    /// <summary>At its parent or grandparent.</summary>
    Near,

    /// <summary>Further up.</summary>
    Far,

    /// <summary>In its first link's target.</summary>
    Link,
}

/// <summary>Cuts class names, ids and link targets into names ("entry-title") and their words ("entry", "title"), and hashes them.</summary>
internal static class NameTokens
{
    /// <summary>Names read of one element; further ones are ignored.</summary>
    public const int Most = 48;

    private const int LongestText = 240;
    private const int LongestWord = 28;
    private const uint Start = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Writes the table places of an element's names.</summary>
    /// <returns>How many there are.</returns>
    public static int Read(HtmlDocument page, int node, NameScope scope, Span<int> buckets)
    {
        if (scope == NameScope.Link)
        {
            return ReadLink(page, node, buckets);
        }

        var count = ReadNames(page.Class(node), scope, buckets, 0);
        return ReadNames(page.Id(node), scope, buckets, count);
    }

    private static int ReadNames(ReadOnlySpan<char> text, NameScope scope, Span<int> buckets, int count)
    {
        text = text[..Math.Min(text.Length, LongestText)];
        var (name, word, words, length) = (Start, Start, 0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var isLetter = char.IsAsciiLetter(c);
            var endsWord = !isLetter || (char.IsAsciiLetterUpper(c) && i > 0 && char.IsAsciiLetterLower(text[i - 1]));
            if (endsWord && length > 0)
            {
                count = Put(buckets, count, word, length, scope);
                (word, length) = (Start, 0);
                words++;
            }

            if (isLetter)
            {
                var lower = (uint)(c | 0x20);
                word = (word ^ lower) * Prime;
                name = (name ^ lower) * Prime;
                length++;
            }
            else if (char.IsWhiteSpace(c))
            {
                count = words > 1 ? Put(buckets, count, name * 31, 1, scope) : count;
                (name, words) = (Start, 0);
            }
            else if (length == 0 && words > 0)
            {
                name = (name ^ '-') * Prime;
            }
        }

        return count;
    }

    /// <summary>Scheme, host and the first short path segments; what is long or has hyphens is an article's own name.</summary>
    private static int ReadLink(HtmlDocument page, int node, Span<int> buckets)
    {
        const int MostSegments = 8;
        if (page.Nodes[node].Tag != HtmlTag.A)
        {
            return 0;
        }

        var target = page.Attribute(node, "href").Trim();
        target = target[..Math.Min(target.Length, LongestText)];
        var count = Put(buckets, 0, target.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? 3u : target.StartsWith("/") ? 5u : target.StartsWith("#") ? 7u : 11u, 1, NameScope.Link);
        foreach (var segment in target.SplitAny("/.:?=&#"))
        {
            var word = target[segment];
            if (count > MostSegments || word.Contains('-'))
            {
                break;
            }

            var hash = Start;
            foreach (var c in word)
            {
                hash = (hash ^ (uint)(c | 0x20)) * Prime;
            }

            count = Put(buckets, count, hash, word.Length, NameScope.Link);
        }

        return count;
    }

    private static int Put(Span<int> buckets, int count, uint hash, int length, NameScope scope)
    {
        if (length is 0 or > LongestWord || count >= buckets.Length)
        {
            return count;
        }

        hash ^= (uint)scope * 0x9E3779B1u;
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        hash ^= hash >> 12;
        buckets[count] = (int)(hash & (NameWeights.Buckets - 1));
        return count + 1;
    }
}
