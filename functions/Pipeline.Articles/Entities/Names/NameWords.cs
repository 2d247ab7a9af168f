using System.Collections.Frozen;

namespace Pipeline.Articles.Entities.Names;

/// <summary>Words that tell what a run of capitalised words names.</summary>
internal static class NameWords
{
    private static readonly FrozenSet<string> Titles = Set(
        "Mr Mrs Ms Miss Dr Prof Professor President Minister Premier Chancellor Secretary Senator Sen Governor Gov Mayor King " +
        "Queen Prince Princess Pope Bishop Archbishop Cardinal Rev Reverend Imam Sheikh Sir Lord Lady Dame Captain Capt Colonel " +
        "Col General Gen Major Maj Lieutenant Lt Sergeant Sgt Admiral Judge Justice Ambassador Congressman Congresswoman " +
        "Representative Rep Coach Chairman Chairwoman Director Spokesman Spokeswoman Officer Inspector Vice-President Chief MK MP PM CEO " +
        "Sultan Emir Amir Ayatollah Rabbi Councillor Councilman Councilwoman Commissioner Superintendent Constable Brigadier Commander " +
        "Marshal Attorney Deputy Hon Honourable Engr Pastor Comrade Baron Duke Duchess Nurse Detective Corporal Cpl Private");

    private static readonly FrozenSet<string> Organisations = Set(
        "University College School Institute Academy Ministry Department Bank Party Council Committee Commission Agency Authority " +
        "Association Federation Union League Club Court Parliament Senate Congress Assembly Army Navy Police Corporation Corp Inc " +
        "Ltd Limited Company Co Group Holdings PLC plc LLC GmbH AG SA Organization Organisation Foundation Fund Trust Center " +
        "Centre Hospital Church Airlines Airways Motors Bureau Office Board Forces Force Guard Front Movement Alliance Society " +
        "Times Post News Herald Tribune Journal Gazette Telegraph Guardian Press Network Television Radio United City-FC FC " +
        "Corps Brigade Battalion Airline Railway Railways Railroad Museum Theatre Theater Orchestra Exchange Industries Electronics " +
        "Insurance Financial Capital Securities Pharmaceuticals Energy Oil Petroleum Telecom Systems Technologies Technology Software " +
        "Labs Laboratories Entertainment Studios Pictures Records Media Broadcasting Daily Observer Chronicle Independent Service " +
        "Services Secretariat Tribunal Coalition Caucus Command Directorate Division Unit Chamber Confederation Consortium Cooperative " +
        "Partners Brothers Sons Enterprises Ventures Investments Initiative Observatory Militia Rovers Wanderers Athletic SC AC CF " +
        "Ministerio Universidad Banco Partido Université Ministère Banque Parti Universität Bundesbank Partei Gesellschaft Verein");

    private static readonly FrozenSet<string> Places = Set(
        "River Lake Sea Ocean Bay Gulf Strait Mountain Mountains Mount Valley Island Islands Peninsula Desert Coast County " +
        "Province District Region State Republic Kingdom Territory City Town Village Street Avenue Road Square Park Airport Port " +
        "Bridge Stadium Beach Canal Cape Hills Forest East West North South Highway Station Plaza Tower Palace Prison Camp Market Hotel " +
        "Mosque Temple Cathedral Cemetery Dam Reef Archipelago Basin Plateau Plains Delta Pass Crossing Falls Springs Harbour Harbor " +
        "Terminal Junction Lane Drive Boulevard Quarter Township Municipality Prefecture Oblast Governorate Parish Borough Heights " +
        "Gardens Zoo Reserve Sanctuary Arena Mall");

    private static readonly FrozenSet<string> Speaking = Set(
        "said says told tells added adds announced noted explained argued stated wrote claimed insisted warned tweeted replied");

    private static readonly FrozenSet<string> Locating = Set("in at from near to across outside around towards through inside");

    private static readonly FrozenSet<string> Function = Set(
        "The A An This That These Those It He She They We I You His Her Their Our My Your Its And But Or Nor So Yet For In On At To " +
        "From By With Of As If When While After Before Since Because Although Though However Meanwhile There Here What Who Where " +
        "Why How Which All Some Many Most More Both Each Every No Not One Two Three Four Five Also Then Now Still Even Just Only " +
        "According During Despite Under Over Between Among Against Through About Into Is Are Was Were Has Have Had Do Does Did Can " +
        "Could Will Would May Might Must Should Once Such Another Other Others Last Next First Earlier Later Today Yesterday " +
        "Tomorrow Nothing Everyone Everything Someone Perhaps Maybe Instead Moreover Furthermore Finally Indeed Thus Therefore " +
        "Let Yes Nobody Given Unlike Like Until Unless Whether Without Within Upon Than Thanks Please Well Much Few Several Read " +
        "At Following Meanwhile Recently Additionally Overall Currently Experts Police Officials People Residents Critics");

    public static bool IsTitle(ReadOnlySpan<char> word) => Has(Titles, word);

    public static bool IsOrganisation(ReadOnlySpan<char> word) => Has(Organisations, word);

    public static bool IsPlace(ReadOnlySpan<char> word) => Has(Places, word);

    public static bool IsSpeaking(ReadOnlySpan<char> word) => Has(Speaking, word);

    public static bool IsLocating(ReadOnlySpan<char> word) => Has(Locating, word);

    public static bool IsFunction(ReadOnlySpan<char> word) => Has(Function, word);

    private static bool Has(FrozenSet<string> set, ReadOnlySpan<char> word)
    {
        if (word.Length > 1 && word[^1] == '.')
            word = word[..^1];
        return set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
