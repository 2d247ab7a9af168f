using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.Entities.Names;

/// <summary>
/// Peoples, religions and parties that the tagger passed over: its largest training corpus labels only nationalities.
/// </summary>
internal static class ListedPeoples
{
    private const double Confidence = 0.75;
    private const int Longest = 2;

    /// <summary>Mentions in order, with the listed peoples between the names that the tagger found.</summary>
    public static List<EntityMention> AddTo(TokenLine line, List<EntityMention> names)
    {
        var merged = new List<EntityMention>(names.Count + 8);
        var next = 0;
        for (var at = 0; at < line.Count; at++)
        {
            var token = line.Tokens[at];
            while (next < names.Count && names[next].Offset + names[next].Length <= token.Start)
                merged.Add(names[next++]);
            if (token.Kind != TokenKind.Word || !char.IsUpper(line.Text[token.Start]))
                continue;
            for (var end = Math.Min(line.Count, at + Longest); end > at; end--)
            {
                var (from, to) = (token.Start, line.Tokens[end - 1].End);
                if ((next < names.Count && names[next].Offset < to) || !Countries.IsPeople(line.Text.AsSpan(from, to - from)))
                    continue;
                merged.Add(new EntityMention(line.Text[from..to], EntityCategory.PersonType, null, from, to - from, Confidence));
                at = end - 1;
                break;
            }
        }
        merged.AddRange(names.Skip(next));
        return merged;
    }
}
