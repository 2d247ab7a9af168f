using System.Collections.Frozen;
using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.Entities.Names;

/// <summary>
/// Institutions called by one capitalised word that the tagger passed over: "the Cabinet", and "the Foundation" in an article
/// that has named one in full.
/// </summary>
internal static class BareInstitutions
{
    private const double Confidence = 0.7;

    // Not "Government", "State", "Court", "Police", "President": capitals there are a matter of style.
    private static readonly FrozenSet<string> Always = FrozenSet.ToFrozenSet(
        [
            "Parliament", "Cabinet", "Knesset", "Congress", "Senate", "Bundestag", "Bundesrat", "Duma", "Riksdag", "Storting", "Folketing",
            "Sejm", "Majlis", "Dáil", "Seanad", "Fed", "Treasury", "Kremlin", "Pentagon",
        ],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> OnceNamed = FrozenSet.ToFrozenSet(
        [
            "Foundation", "Fund", "Ministry", "Commission", "Authority", "Agency", "Council", "Assembly", "Coalition", "Federation",
            "Association", "Union", "Party", "Club", "Bank", "Institute", "University", "Corporation", "Bureau", "Tribunal", "Trust",
        ],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsAlways = Always.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsOnceNamed = OnceNamed.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Mentions in order, with the bare institutions between the names that the tagger found.</summary>
    public static List<EntityMention> AddTo(TokenLine line, List<EntityMention> names)
    {
        var named = Named(names);
        var merged = new List<EntityMention>(names.Count + 8);
        var next = 0;
        for (var at = 0; at < line.Count; at++)
        {
            var token = line.Tokens[at];
            while (next < names.Count && names[next].Offset + names[next].Length <= token.Start)
                merged.Add(names[next++]);
            if (token.Kind != TokenKind.Word || !char.IsUpper(line.Text[token.Start]) || (next < names.Count && names[next].Offset < token.End))
                continue;
            var word = line.Word(at);
            if (!(IsAlways.Contains(word) || (IsOnceNamed.Contains(word) && named.Contains(word) && line.Is(at - 1, "the"))) || !StandsAlone(line, at))
                continue;
            merged.Add(new EntityMention(word.ToString(), EntityCategory.Organization, null, token.Start, token.Length, Confidence));
        }
        merged.AddRange(names.Skip(next));
        return merged;
    }

    /// <summary>First and last words of the organisations that are named in full.</summary>
    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Named(List<EntityMention> names)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (name.Category != EntityCategory.Organization || name.Text.IndexOf(' ') < 0)
                continue;
            words.Add(name.Text[..name.Text.IndexOf(' ')]);
            words.Add(name.Text[(name.Text.LastIndexOf(' ') + 1)..]);
        }
        return words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Not part of a longer run of capitals, not "Member of Parliament", not "Cabinet Minister".</summary>
    private static bool StandsAlone(TokenLine line, int at)
    {
        var opens = line.Tokens[at].OpensSentence;
        return CapitalRuns.End(line, at, 2) == at + 1
            && (opens || !(IsCapital(line, at - 1) && !line.Is(at - 1, "the")))
            && !(line.Is(at - 1, "of") && (line.Is(at - 2, "member") || line.Is(at - 2, "members")))
            && !line.IsDash(at + 1) && !line.IsDash(at - 1);
    }

    private static bool IsCapital(TokenLine line, int at) => line.Word(at) is { Length: > 0 } word && char.IsUpper(word[0]);
}
