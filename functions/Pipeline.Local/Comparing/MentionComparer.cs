using Pipeline.Articles.Entities;

namespace Pipeline.Local.Comparing;

/// <summary>Compares the mentions that two providers found in one text.</summary>
internal static class MentionComparer
{
    /// <summary>Mentions of folded entities in the order of the text.</summary>
    public static List<FoundMention> Mentions(IEnumerable<Entity> entities, string text) =>
    [
        .. entities
            .SelectMany(entity => entity.Mentions.Select(span => new FoundMention(
                text.Substring(span.Offset, span.Length), entity.Category.ToString(), span.Offset, span.Length)))
            .OrderBy(mention => mention.Offset).ThenBy(mention => mention.Length).ThenBy(mention => mention.Category, StringComparer.Ordinal),
    ];

    /// <summary>
    /// <code>
    ///  same place and category: agreed -> overlapping words: differing (another category or other ends) -> the rest: only there
    /// </code>
    /// Both lists in the order of the text; each mention is counted once.
    /// </summary>
    public static Difference<FoundMention> Compare(IReadOnlyList<FoundMention> local, IReadOnlyList<FoundMention> azure)
    {
        // 1. Agreed
        var theirs = azure.ToHashSet();
        var agreed = local.Where(theirs.Contains).Distinct().ToList();
        var both = agreed.ToHashSet();
        var ours = local.Where(mention => !both.Contains(mention)).ToList();
        var rest = azure.Where(mention => !both.Contains(mention)).ToList();

        // 2. Differing: the first two that overlap belong together; both lists move on by their ends
        var differing = new List<Pair<FoundMention>>();
        var (onlyLocal, onlyAzure) = (new List<FoundMention>(), new List<FoundMention>());
        var (l, a) = (0, 0);
        while (l < ours.Count && a < rest.Count)
        {
            if (ours[l].Offset < rest[a].End && rest[a].Offset < ours[l].End)
                differing.Add(new Pair<FoundMention>(ours[l++], rest[a++]));
            else if (ours[l].End <= rest[a].Offset)
                onlyLocal.Add(ours[l++]);
            else
                onlyAzure.Add(rest[a++]);
        }

        // 3. Only there
        onlyLocal.AddRange(ours.Skip(l));
        onlyAzure.AddRange(rest.Skip(a));
        return new Difference<FoundMention>(agreed, differing, onlyLocal, onlyAzure);
    }
}
