using System.Collections.Frozen;
using Pipeline.Articles.Entities.Patterns;

namespace Pipeline.Articles.Entities.Names;

/// <summary>What the tagger takes into names or for names, and a reader would not: titles, posts, acronyms of common nouns.</summary>
internal static class NameEdges
{
    private static readonly FrozenSet<string> Common = FrozenSet.ToFrozenSet(
        [
            "NGO", "NGOs", "IPO", "IPOs", "CEO", "CEOs", "CFO", "COO", "MP", "MPs", "MK", "MKs", "MLA", "MLAs", "PM", "VAR", "ICT", "GDP", "GNP", "HIV",
            "AIDS", "DNA", "RNA", "TV", "AI", "EV", "EVs", "SUV", "SUVs", "VAT", "GST", "HH", "HE", "HRH", "PCR", "ATM", "ATMs", "PhD", "MBA", "SME", "SMEs",
            "IED", "IEDs", "ID", "IDs", "PPE", "ICU", "SMS", "GPS", "LGBT", "LGBTQ", "DIY", "FAQ", "PDF", "CCTV", "VIP", "VIPs", "UFO", "O&M", "R&D", "IGP", "DIG",
            "Crown Prince", "Crown Princess", "Prime Minister", "Foreign Minister", "Defence Minister", "Defense Minister", "Finance Minister",
            "Interior Minister", "Secretary General", "Secretary-General", "Attorney General", "Vice President", "President", "Amir", "Emir", "Sultan",
            "Chief Justice", "Chief Minister", "Deputy Prime Minister", "First Lady", "Eng", "Hon", "Mr", "Mrs", "Ms", "Dr", "Covid", "COVID", "COVID-19", "Covid-19",
        ],
        StringComparer.Ordinal);

    private const int LongestWord = 12;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsCommon = Common.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Mentions in order, none overlapping another.</summary>
    public static List<EntityMention> Trim(TokenLine line, List<EntityMention> names)
    {
        var kept = new List<EntityMention>(names.Count);
        foreach (var name in names)
        {
            if (IsCommon.Contains(name.Text) || BeginsWithin(name.Text) || (name.Text == "Parliament" && IsMemberOf(line.Text.AsSpan(0, name.Offset))))
                continue;
            if (CountryPairs.Split(name) is var (first, second))
            {
                kept.Add(first);
                kept.Add(second);
                continue;
            }
            var end = kept.Count == 0 ? 0 : kept[^1].Offset + kept[^1].Length;
            kept.Add(name.Category switch
            {
                EntityCategory.Person => WithoutTitle(line.Text, name),
                EntityCategory.PersonType => WholePeople(line.Text, name, end),
                EntityCategory.Organization when CountryPairs.IsCountryInLetters(name.Text) =>
                    name with { Category = EntityCategory.Location, Subcategory = "GPE" },
                _ => name,
            });
        }
        return kept;
    }

    /// <summary>"North Korean", of which the tagger found "Korean".</summary>
    private static EntityMention WholePeople(string text, EntityMention name, int from)
    {
        var blank = name.Offset - 1;
        if (blank <= from || text[blank] != ' ')
            return name;
        var start = text.LastIndexOf(' ', blank - 1, Math.Min(blank - from, LongestWord)) + 1;
        if (start < from || start == blank)
            start = from;
        while (start < blank && !char.IsLetter(text[start]))
            start++;
        var whole = text[start..(name.Offset + name.Length)];
        return start < blank && Countries.IsPeople(whole) ? name with { Text = whole, Offset = start, Length = whole.Length } : name;
    }

    /// <summary>"of Police", "and Development": the end of a longer term whose beginning the tagger did not take for a name.</summary>
    private static bool BeginsWithin(string name) =>
        name.IndexOf(' ') is > 0 and var blank && name.AsSpan(0, blank) is "of" or "and" or "or" or "for" or "in" or "at" or "on" or "to" or "by" or "with" or "from" or "&";

    private static bool IsMemberOf(ReadOnlySpan<char> before) =>
        before.EndsWith("Member of ", StringComparison.OrdinalIgnoreCase) || before.EndsWith("Members of ", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Mrs Tighe" gives "Tighe", "Dr. X" "X"; a title alone stays, it may be a name ("Prince").</summary>
    private static EntityMention WithoutTitle(string text, EntityMention name)
    {
        var (start, end) = (name.Offset, name.Offset + name.Length);
        while (text.AsSpan(start, end - start).IndexOf(' ') is > 0 and var blank && NameWords.IsTitle(text.AsSpan(start, blank)))
        {
            start += blank;
            while (start < end && char.IsWhiteSpace(text[start]))
                start++;
        }
        return start == name.Offset || start == end ? name : name with { Text = text[start..end], Offset = start, Length = end - start };
    }
}
