using System.Collections.Frozen;

namespace Pipeline.Articles.Entities.Names;

/// <summary>Known towns and given names.</summary>
internal static class Gazetteer
{
    // Towns whose names are words or given names mislead more often than they help.
    private static readonly FrozenSet<string> Towns = LexiconFile.Lines("cities.txt").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> GivenNames = LexiconFile.Lines("first-names.txt").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TownLookup =
        Towns.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> GivenNameLookup =
        GivenNames.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsTown(ReadOnlySpan<char> name) => TownLookup.Contains(name);

    public static bool IsGivenName(ReadOnlySpan<char> name) => GivenNameLookup.Contains(name);
}
