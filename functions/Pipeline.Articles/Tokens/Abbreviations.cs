using System.Collections.Frozen;

namespace Pipeline.Articles.Tokens;

/// <summary>Words whose full stop does not end a sentence.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
        [
            "Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "Fr", "Hon", "Gen", "Col", "Maj", "Capt", "Cmdr", "Lt", "Sgt", "Cpl",
            "Sen", "Rep", "Gov", "Pres", "Supt", "Adm", "St", "Ste", "Mt", "Ft", "Jr", "Sr", "Inc", "Corp", "Co", "Ltd",
            "Bros", "Assn", "Dept", "Univ", "No", "Nos", "vs", "etc", "approx", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug",
            "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat", "Sun", "Ave", "Blvd",
            "Messrs", "Mme", "Mlle", "Insp", "Det", "Vol", "Fig", "Ariz", "Calif", "Colo", "Conn", "Fla", "Ga", "Ill", "Ind",
            "Kan", "La", "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex",
            "Va", "Vt", "Wash", "Wis", "Wyo",
        ],
        StringComparer.Ordinal);

    // A word of its own as often as an abbreviation: its full stop belongs to it only before more of the sentence.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsTitleOrSuffix(ReadOnlySpan<char> word) => word.Length <= 6 && Lookup.Contains(word);

    /// <summary>Length of "U.S.", "a.m.", "J." at a place, or 0. One letter and its stop count only when it is a capital.</summary>
    public static int InitialsAt(string text, int at)
    {
        var end = at;
        while (end + 1 < text.Length && char.IsLetter(text[end]) && text[end + 1] == '.')
            end += 2;
        var pairs = (end - at) / 2;
        if (pairs == 0 || (end < text.Length && char.IsLetterOrDigit(text[end])) || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
            return 0;
        return pairs > 1 || (char.IsUpper(text[at]) && text[at] != 'I') ? end - at : 0;
    }
}
