namespace Pipeline.Articles.Entities.Tagging;

/// <summary>
/// Features of runs of capitals with one or two small words between them: "Ministry of Trade and Industry" is one name,
/// "Samsung and Apple" are two.
/// </summary>
internal static class RunLinks
{
    private const int Longest = 2;

    /// <summary>Of a small word: the two runs that it may link.</summary>
    public static void WriteLink(ref Templates.Writer writer, DocumentWords document, int at)
    {
        var words = document.Words;
        var (left, right) = (at - 1, at + 1);
        if (left >= 0 && words[left].RunStart < 0)
            left--;
        if (right < words.Length && words[right].RunStart < 0)
            right++;
        if (left < 0 || right >= words.Length || right - left > Longest + 1 || words[left].RunStart < 0 || words[right].RunStart < 0
            || OpensBetween(document, left, right))
            return;
        ref readonly var before = ref words[words[left].RunStart];
        ref readonly var after = ref words[words[right].RunEnd - 1];
        var link = words[at].Lower;
        writer.Add(144, link, before.Lower);
        writer.Add(145, link, after.Lower);
        writer.Add(146, link, ((uint)before.Prior * 128) + after.Prior);
        writer.Add(147, link, Kinds(words, left, right));
        writer.Add(148, link, FeatureHash.Of(0, words[left].Prior, words[right].Prior));
    }

    /// <summary>Of a word in a run: the runs before and after it, when a small word links them.</summary>
    public static void WriteNeighbours(ref Templates.Writer writer, DocumentWords document, in TaggedWord word, uint simple)
    {
        var words = document.Words;
        for (var gap = 1; gap <= Longest; gap++)
        {
            var next = word.RunEnd + gap;
            if (next >= words.Length || words[next].RunStart != next || OpensBetween(document, word.RunEnd - 1, next))
                continue;
            ref readonly var head = ref words[words[next].RunEnd - 1];
            var link = FeatureHash.Of(0, words[word.RunEnd].Lower, simple);
            writer.Add(140, link, head.Lower);
            writer.Add(141, link, head.Prior);
            writer.Add(149, link, Kinds(words, word.RunStart, next));
            break;
        }
        for (var gap = 1; gap <= Longest; gap++)
        {
            var last = word.RunStart - 1 - gap;
            if (last < 0 || words[last].RunEnd != last + 1 || OpensBetween(document, last, word.RunStart))
                continue;
            ref readonly var first = ref words[words[last].RunStart];
            var link = FeatureHash.Of(0, words[word.RunStart - 1].Lower, simple);
            writer.Add(142, link, first.Lower);
            writer.Add(143, link, first.Prior);
            writer.Add(150, link, Kinds(words, last, word.RunStart));
            break;
        }
    }

    private static bool OpensBetween(DocumentWords document, int left, int right)
    {
        for (var at = left + 1; at <= right; at++)
        {
            if ((document.Words[at].Facts & WordFacts.Opens) != 0)
                return true;
        }
        return false;
    }

    /// <summary>Whether a word for organisations or places begins or ends the one run or the other.</summary>
    private static uint Kinds(TaggedWord[] words, int left, int right)
    {
        const WordFacts Telling = WordFacts.Organisation | WordFacts.Place;
        var kinds = 0u;
        foreach (var at in (ReadOnlySpan<int>)[words[left].RunStart, words[left].RunEnd - 1, words[right].RunStart, words[right].RunEnd - 1])
            kinds = (kinds * 4) + ((words[at].Facts & Telling) switch { 0 => 0u, WordFacts.Organisation => 1u, WordFacts.Place => 2u, _ => 3u });
        return kinds;
    }
}
