using Pipeline.Articles.Entities.Patterns;

namespace Pipeline.Articles.Entities;

/// <summary>Names and patterns of one text in one list.</summary>
internal static class MentionMerge
{
    private const double SureAddress = 0.95;

    /// <summary>
    /// Web addresses stand against names, unless they are bare and the name is an organisation's ("Amazon.com said"); other
    /// patterns yield ("Channel 4", "Three Mile Island").
    /// </summary>
    public static IReadOnlyList<EntityMention> Merge(string text, List<EntityMention> names, List<PatternMatch> patterns)
    {
        var merged = new List<EntityMention>(names.Count + patterns.Count);
        var (n, p) = (0, 0);
        while (n < names.Count || p < patterns.Count)
        {
            if (n < names.Count && p < patterns.Count && Cross(names[n], patterns[p]))
            {
                if (patterns[p].Category is EntityCategory.Url or EntityCategory.Email or EntityCategory.IP
                    && !(patterns[p].Confidence < SureAddress && IsNamedSo(names[n], patterns[p])))
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

    private static bool IsNamedSo(EntityMention name, PatternMatch address) =>
        name.Category == EntityCategory.Organization && char.IsUpper(name.Text[0])
        && name.Offset <= address.Start && name.Offset + name.Length >= address.End;

    private static bool Cross(EntityMention name, PatternMatch pattern) =>
        name.Offset < pattern.End && pattern.Start < name.Offset + name.Length;
}
