using Pipeline.Articles.Entities.Names;

namespace Pipeline.Articles.Entities;

/// <summary>Which full name a shorter form stands for within one article.</summary>
internal sealed class FullNames
{
    private readonly Dictionary<(EntityCategory, string), string> _byPart = [];
    private readonly Dictionary<(EntityCategory, string), string> _byInitials = [];

    public static FullNames In(IReadOnlyList<EntityMention> mentions)
    {
        var names = new FullNames();
        foreach (var mention in mentions)
        {
            var name = MentionNames.Cut(mention.Text);
            if (!name.Contains(' ', StringComparison.Ordinal))
                continue;
            if (mention.Category == EntityCategory.Person)
                names.AddPerson(name);
            else if (mention.Category == EntityCategory.Organization)
                names._byInitials.TryAdd((EntityCategory.Organization, Initials(name)), Key(name));
        }
        return names;
    }

    /// <summary>The key under which a mention's entity is kept.</summary>
    public string Resolve(EntityCategory category, string name)
    {
        if (category == EntityCategory.Location && Countries.Called(name) is { } country)
            return Key(country);
        var key = Key(name);
        if (category == EntityCategory.Person)
        {
            // "Kim" -> "Kim Jong-un"; a middle name left out: by first and last.
            if (_byPart.TryGetValue((category, key), out var person))
                return person;
            var words = key.Split(' ');
            return words.Length > 2 && _byPart.TryGetValue((category, words[0] + " " + words[^1]), out person) ? person : key;
        }
        return category == EntityCategory.Organization
            && _byInitials.TryGetValue((category, key.Replace(".", "", StringComparison.Ordinal)), out var organisation)
            ? organisation
            : key;
    }

    // The first full name that uses a part keeps it; whoever came first in an article is meant by the short form.
    private void AddPerson(string name)
    {
        var words = Key(name).Split(' ');
        var full = words.Length > 2 && _byPart.TryGetValue((EntityCategory.Person, words[0] + " " + words[^1]), out var known)
            ? known
            : Key(name);
        _byPart.TryAdd((EntityCategory.Person, words[0] + " " + words[^1]), full);
        _byPart.TryAdd((EntityCategory.Person, words[^1]), full);
        _byPart.TryAdd((EntityCategory.Person, words[0]), full);
    }

    private static string Key(string name) => name.ToLowerInvariant();

    private static string Initials(string name) =>
        string.Concat(name.Split(' ').Where(word => char.IsUpper(word[0])).Select(word => char.ToLowerInvariant(word[0])));
}
