using System.Text.Json.Nodes;
using Pipeline.Articles.Entities.Names;
using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>The annotation of a document as tags of its tokens.</summary>
internal static class GoldTags
{
    private const int Peoples = 3;
    private const int Miscellaneous = 4;

    public static (byte[] Tags, bool[] Unusable) Of(JsonObject document, TokenLine line)
    {
        var (tags, unusable) = (new byte[line.Count], new bool[line.Count]);
        foreach (var skip in document["skip"] as JsonArray ?? [])
            MarkUnusable(line, unusable, (int?)skip?[0] ?? 0, (int?)skip?[1] ?? 0);
        foreach (var entity in document["entities"] as JsonArray ?? [])
        {
            var type = Type((string?)entity?["type"]);
            var (start, end) = ((int?)entity?["start"] ?? 0, (int?)entity?["end"] ?? 0);
            if (type < 0)
                continue;

            // Some of the corpora call peoples miscellaneous.
            if (type == Miscellaneous && Countries.IsPeople(line.Text.AsSpan(start, end - start)))
                type = Peoples;
            var first = TokenAt(line, start);
            var last = first;
            while (last < line.Count && line.Tokens[last].End < end)
                last++;
            if (last >= line.Count || line.Tokens[first].Start != start || line.Tokens[last].End != end)
            {
                // The annotation cuts a token in two: nothing can be learnt here.
                MarkUnusable(line, unusable, start, end);
                continue;
            }
            for (var at = first; at <= last; at++)
                tags[at] = (byte)(first == last ? TagSet.Single(type) : at == first ? TagSet.Begin(type) : at == last ? TagSet.End(type) : TagSet.Inside(type));
        }
        Repair(line, tags);
        return (tags, unusable);
    }

    /// <summary>A name that a sentence end cuts, or two that overlap, leave tags that cannot follow each other.</summary>
    private static void Repair(TokenLine line, byte[] tags)
    {
        for (var start = 0; start < line.Count;)
        {
            var end = Articles.Entities.Tagging.Sentences.End(line, start);
            for (var at = start; at < end; at++)
            {
                var before = at == start ? TagSet.Outside : tags[at - 1];
                var closed = at == end - 1 ? TagSet.Closes(tags[at]) : TagSet.Follows(tags[at], tags[at + 1]);
                if (!TagSet.Follows(before, tags[at]) || !closed)
                {
                    tags.AsSpan(start, end - start).Clear();
                    break;
                }
            }
            start = end;
        }
    }

    private static void MarkUnusable(TokenLine line, bool[] unusable, int start, int end)
    {
        for (var at = TokenAt(line, start); at < line.Count && line.Tokens[at].Start < end; at++)
            unusable[at] = true;
    }

    /// <summary>The first token that ends after an offset.</summary>
    private static int TokenAt(TokenLine line, int offset)
    {
        var (low, high) = (0, line.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (line.Tokens[middle].End <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static int Type(string? name) => name switch
    {
        "PER" => 0,
        "LOC" or "FAC" => 1,
        "ORG" => 2,
        "NORP" => Peoples,
        "MISC" or "PROD" => Miscellaneous,
        _ => -1,
    };
}
