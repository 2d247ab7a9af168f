using Pipeline.Articles.Entities.Patterns;

namespace Pipeline.Articles.Entities;

/// <summary>Names and patterns of one text in one list.</summary>
internal static class MentionMerge
{
    /// <summary>Web addresses stand against names ("Amazon.com"); other patterns yield ("Channel 4", "Three Mile Island").</summary>
    public static IReadOnlyList<EntityMention> Merge(string text, List<EntityMention> names, List<PatternMatch> patterns)
    {
        var merged = new List<EntityMention>(names.Count + patterns.Count);
        var (n, p) = (0, 0);
        while (n < names.Count || p < patterns.Count)
        {
            if (n < names.Count && p < patterns.Count && Cross(names[n], patterns[p]))
            {
                if (patterns[p].Category is EntityCategory.Url or EntityCategory.Email or EntityCategory.IP)
                    n++;
                else
                    p++;
            }
            else if (p >= patterns.Count || (n < names.Count && names[n].Offset < patterns[p].Start))
            {
                merged.Add(names[n++]);
            }
            else
            {
                var (start, end, category, subcategory, confidence) = patterns[p++];
                merged.Add(new EntityMention(text[start..end], category, subcategory, start, end - start, confidence));
            }
        }
        return merged;
    }

    private static bool Cross(EntityMention name, PatternMatch pattern) =>
        name.Offset < pattern.End && pattern.Start < name.Offset + name.Length;
}
