using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Entities.Names;

namespace Pipeline.Articles.Entities;

/// <summary>Folds the mentions of one article into entities.</summary>
public static class EntityFolding
{
    // mentions in order -> each to the entity whose full name, country, acronym or part it is -> most often named first,
    // then by place; each under its fullest name
    public static IReadOnlyList<Entity> Fold(IReadOnlyList<EntityMention> mentions)
    {
        var full = FullNames.In(mentions);
        var groups = new Dictionary<(EntityCategory, string), List<(EntityMention Mention, string Name)>>();
        foreach (var mention in mentions)
        {
            var name = MentionNames.Cut(mention.Text);
            if (name.Length == 0)
                continue;
            var key = (mention.Category, full.Resolve(mention.Category, name, mention.Offset));
            if (!groups.TryGetValue(key, out var group))
                groups.Add(key, group = []);
            group.Add((mention, name));
        }
        return
        [
            .. groups.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Value[0].Mention.Offset)
                .Select(pair => Of(pair.Key.Item1, pair.Value)),
        ];
    }

    private static Entity Of(EntityCategory category, List<(EntityMention Mention, string Name)> group)
    {
        var forms = group.GroupBy(item => item.Name, StringComparer.Ordinal).ToList();
        var name = Fullest(category, forms);
        return new Entity
        {
            Name = name,
            Category = category,
            Subcategory = group.Select(item => item.Mention.Subcategory).FirstOrDefault(subcategory => subcategory is not null),
            Confidence = group.Max(item => item.Mention.Confidence),
            Aliases = [.. forms.Select(form => form.Key).Where(form => form != name).Order(StringComparer.Ordinal)],
            Mentions = [.. group.Select(item => new TextSpan(item.Mention.Offset, item.Mention.Length))],
        };
    }

    /// <summary>
    /// The longest form; for countries the common name when the article uses it, so not "DPRK"; for peoples the most used.
    /// </summary>
    private static string Fullest(EntityCategory category, List<IGrouping<string, (EntityMention, string)>> forms)
    {
        if (category == EntityCategory.Location && forms.Select(form => Countries.Called(form.Key)).FirstOrDefault(c => c is not null) is { } country
            && forms.Any(form => form.Key == country))
            return country;
        if (category == EntityCategory.PersonType)
            return forms.OrderByDescending(form => form.Count()).First().Key;
        return forms.OrderByDescending(form => form.Key.Length).ThenByDescending(form => form.Count())
            .ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;
    }
}
