using System.Collections.Frozen;

namespace Pipeline.Articles.Entities.Names;

/// <summary>Countries and some parts of them: names, other names, and what their people are called.</summary>
internal static class Countries
{
    private static readonly FrozenDictionary<string, string> ByName;
    private static readonly FrozenDictionary<string, string> ByPeople;

    static Countries()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var peoples = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in LexiconFile.Lines("countries.txt"))
        {
            var parts = line.Split(';');
            var forms = parts[0].Split('|');
            foreach (var form in forms.Where(form => form.Length > 0))
                names[form] = forms[0];
            foreach (var people in parts[1].Split('|', StringSplitOptions.RemoveEmptyEntries))
                peoples[people] = forms[0];
        }
        (ByName, ByPeople) = (names.ToFrozenDictionary(StringComparer.Ordinal), peoples.ToFrozenDictionary(StringComparer.Ordinal));
    }

    public static bool IsCountry(ReadOnlySpan<char> name) => ByName.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(name);

    public static bool IsPeople(ReadOnlySpan<char> name) => ByPeople.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(name);

    /// <summary>"DPRK" gives "North Korea"; null when it names no country.</summary>
    public static string? Called(string name) => ByName.GetValueOrDefault(name);

    /// <summary>"Russians" gives "Russia", "Muslims" an empty string; null when it names no people.</summary>
    public static string? OfPeople(string name) => ByPeople.GetValueOrDefault(name);
}
