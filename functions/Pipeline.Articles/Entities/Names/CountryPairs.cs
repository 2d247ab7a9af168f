namespace Pipeline.Articles.Entities.Names;

/// <summary>Countries and peoples that the tagger took for something else because of a hyphen or of capital letters.</summary>
internal static class CountryPairs
{
    /// <summary>"Russia-North Korea", "US-Russian": two names; null for all else, "Guinea-Bissau" too.</summary>
    public static (EntityMention First, EntityMention Second)? Split(EntityMention name)
    {
        var hyphen = name.Text.AsSpan().IndexOfAny('-', '–');
        if (hyphen <= 0 || Countries.IsCountry(name.Text))
            return null;
        return Part(name, 0, hyphen) is { } first && Part(name, hyphen + 1, name.Length) is { } second ? (first, second) : null;
    }

    /// <summary>"DPRK", "UAE": no organisation is called so.</summary>
    public static bool IsCountryInLetters(string name) =>
        name.Length is > 2 and < 5 && name.All(char.IsUpper) && Countries.IsCountry(name);

    private static EntityMention? Part(EntityMention name, int start, int end)
    {
        var text = name.Text.AsSpan(start, end - start);
        EntityCategory? category = Countries.IsCountry(text) ? EntityCategory.Location : Countries.IsPeople(text) ? EntityCategory.PersonType : null;
        return category is null
            ? null
            : new EntityMention(
                text.ToString(), category.Value, category == EntityCategory.Location ? "GPE" : null, name.Offset + start, end - start, name.Confidence);
    }
}
