using System.Collections.Frozen;
using Pipeline.Articles.Entities.Names;

namespace Pipeline.Articles.Entities;

/// <summary>Other names of organisations: a small table of those that articles do not explain, and acronyms that they do.</summary>
internal static class OrganisationAliases
{
    private static readonly FrozenDictionary<string, string> Known = LexiconFile.Lines("organisations.txt")
        .Select(line => line.Split('|')).SelectMany(names => names.Select(name => KeyValuePair.Create(name, names[0])))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>"U.N." gives "United Nations"; null when the table does not have it.</summary>
    public static string? FullName(string name) => Known.GetValueOrDefault(name);

    /// <summary>"Rapid Support Forces (RSF)", "Rapid Support Forces, RSF": capitals right behind a name that begins like them.</summary>
    public static bool IsAcronymOf(EntityMention mention, EntityMention before) =>
        mention.Category == EntityCategory.Organization && before.Category == EntityCategory.Organization
        && mention.Offset - before.Offset - before.Length == 2 && mention.Length is > 1 and < 9 && before.Length > mention.Length
        && mention.Text.All(c => char.IsUpper(c) || c is '.' or '-') && before.Text.Contains(' ', StringComparison.Ordinal)
        && char.ToUpperInvariant(before.Text[0]) == mention.Text[0];
}
