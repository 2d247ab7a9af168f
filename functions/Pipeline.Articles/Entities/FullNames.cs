using Pipeline.Articles.Entities.Names;

namespace Pipeline.Articles.Entities;

/// <summary>
/// Which full name a shorter form stands for within one article. The evidence is how news is written: the full name comes
/// first, and a short form means whoever was last introduced with it.
/// </summary>
internal sealed class FullNames
{
    private const int MostHops = 4;

    private readonly Dictionary<(EntityCategory, string Part), Introductions> _byPart = [];

    // every name of several words -> its parts that may stand for it, with the place where it was introduced
    public static FullNames In(IReadOnlyList<EntityMention> mentions)
    {
        var names = new FullNames();
        EntityMention? before = null;
        foreach (var mention in mentions)
        {
            var name = MentionNames.Cut(mention.Text);
            var words = name.Split(' ');
            if (mention.Category == EntityCategory.Person && words.Length > 1)
                names.AddPerson(Key(name).Split(' '), mention.Offset);
            else if (mention.Category == EntityCategory.Organization && words.Length > 1)
                names.AddOrganisation(name, words, mention.Offset);
            else if (before is not null && OrganisationAliases.IsAcronymOf(mention, before))
                names.Add(EntityCategory.Organization, Key(name), Key(MentionNames.Cut(before.Text)), before.Offset, mustBeOnly: false);
            before = mention;
        }
        return names;
    }

    /// <summary>The key under which the entity of a mention is kept.</summary>
    public string Resolve(EntityCategory category, string name, int offset)
    {
        var key = category switch
        {
            EntityCategory.Location when Countries.Called(name) is { } country => Key(country),
            EntityCategory.PersonType when Countries.OfPeople(name) is { Length: > 0 } country => "people of " + country,
            EntityCategory.Organization when OrganisationAliases.FullName(name) is { } full => Key(full),
            _ => Key(name),
        };

        // "Obrador" -> "Andrés Obrador" -> "Andrés Manuel Obrador"
        for (var hop = 0; hop < MostHops && _byPart.TryGetValue((category, key), out var known) && known.Before(offset, key) is { } longer; hop++)
            key = longer;
        return key;
    }

    private static string Key(string name) => name.ToLowerInvariant();

    private void AddPerson(string[] words, int offset)
    {
        var full = string.Join(' ', words);
        Add(EntityCategory.Person, words[0], full, offset, mustBeOnly: false);
        for (var from = 1; from < words.Length; from++)
            Add(EntityCategory.Person, string.Join(' ', words[from..]), full, offset, mustBeOnly: false);
        if (words.Length > 2)
            Add(EntityCategory.Person, words[0] + " " + words[^1], full, offset, mustBeOnly: false);
    }

    private void AddOrganisation(string name, string[] words, int offset)
    {
        var full = Key(OrganisationAliases.FullName(name) ?? name);
        var initials = string.Concat(words.Where(word => char.IsUpper(word[0])).Select(word => char.ToLowerInvariant(word[0])));
        if (initials.Length > 1)
        {
            Add(EntityCategory.Organization, initials, full, offset, mustBeOnly: false);
            Add(EntityCategory.Organization, string.Join('.', initials.AsEnumerable()) + ".", full, offset, mustBeOnly: false);
        }

        // "Security Council" of the "United Nations Security Council", "Ministry of Health" of the "Kenyan Ministry of Health".
        for (var first = 1; first < words.Length - 1; first++)
        {
            var owner = string.Join(' ', words[..first]);
            if (Countries.IsPeople(owner) || Countries.IsCountry(owner) || OrganisationAliases.FullName(owner) is not null)
                Add(EntityCategory.Organization, Key(string.Join(' ', words[first..])), full, offset, mustBeOnly: false);
        }

        // "the Ministry", "the Foundation": whichever was last named. "Samsung": only when the article has one of that name.
        foreach (var word in (string[])[words[0], words[^1]])
        {
            if (NameWords.IsOrganisation(word))
                Add(EntityCategory.Organization, Key(word), full, offset, mustBeOnly: false);
            else if (word == words[0] && !Countries.IsPeople(word) && !Countries.IsCountry(word) && !NameWords.IsFunction(word))
                Add(EntityCategory.Organization, Key(word), full, offset, mustBeOnly: true);
        }
    }

    private void Add(EntityCategory category, string part, string full, int offset, bool mustBeOnly)
    {
        if (!_byPart.TryGetValue((category, part), out var known))
            _byPart.Add((category, part), known = new Introductions());
        known.Add(full, offset, mustBeOnly);
    }

    /// <summary>Where full names with one part stand, in the order of the text.</summary>
    private sealed class Introductions
    {
        private readonly List<int> _offsets = [];
        private readonly List<string> _names = [];
        private bool _mustBeOnly;
        private bool _isOnly = true;

        public void Add(string full, int offset, bool mustBeOnly)
        {
            _isOnly &= _names.Count == 0 || _names[^1] == full;
            _mustBeOnly |= mustBeOnly;
            if (_names.Count > 0 && _names[^1] == full)
                return;
            _offsets.Add(offset);
            _names.Add(full);
        }

        /// <summary>The name introduced last before an offset; for a person or acronym used before any, the first of all.</summary>
        public string? Before(int offset, string part)
        {
            if (_mustBeOnly && (!_isOnly || _offsets[0] > offset))
                return null;
            var at = _offsets.BinarySearch(offset);
            var name = _names[at >= 0 ? at : Math.Max(0, ~at - 1)];
            return name == part ? null : name;
        }
    }
}
