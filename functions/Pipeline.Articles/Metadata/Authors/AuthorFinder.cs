using System.Globalization;
using System.Text;
using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Metadata.Authors;

/// <summary>Finds who wrote an article: people and agencies, without "By", dates and roles.</summary>
/// <remarks>
/// <code>
/// given -> JSON-LD -> meta -> markup near the head -> lines near the head -> markup anywhere -> agency of the dateline
/// </code>
/// The first source that names a person wins; the house's own name stands only when none does. A later source near the head that
/// names the same people and more, or spells them with their accents, replaces an earlier one.
/// </remarks>
internal static class AuthorFinder
{
    private const string Citation = "citation_author";

    private static readonly string[] MetaNames =
        ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "twitter:creator_name", Citation, "article:author_name", "cxenseparse:author"];

    public static List<Sourced<string>> Find(BlockView view, string?[] verdicts, PageFacts facts, GivenFields given, int titleBlock, HeaderZone zone, Dateline? dateline, List<string> houses)
    {
        List<Sourced<string>>? house = null;
        List<Sourced<string>>? found = null;
        foreach (var (candidates, isNear) in Candidates(view, verdicts, facts, given, titleBlock, zone))
        {
            // The house's own name says less than a person's: it stands only when no source of the head names anybody.
            var people = WithoutHouse(candidates, houses);
            if (people.Count == 0)
            {
                house ??= candidates.Count > 0 ? candidates : null;
            }
            else if (found is null)
            {
                found = isNear || house is null ? people : null;
            }
            else if (isNear && IsFuller(people, found))
            {
                return people;
            }
        }

        return found ?? house ?? (dateline?.Agency is { } agency ? [new Sourced<string>(agency, "dateline", dateline.Raw)] : []);
    }

    /// <summary>One byline that names all that are known, and more people, or the same with their accents.</summary>
    private static bool IsFuller(List<Sourced<string>> people, List<Sourced<string>> found)
    {
        const int Most = 8;
        var isRespelled = people.Exists(name => name.Value.Any(c => c > '\u007F')) && !found.Exists(name => name.Value.Any(c => c > '\u007F'));
        return people.Count <= Most && (people.Count > found.Count || isRespelled) && people.TrueForAll(name => name.Raw == people[0].Raw || people.Count == 1)
            && found.TrueForAll(one => people.Exists(other => Key(other.Value) == Key(one.Value)))
            && people.TrueForAll(one => found.Exists(other => Key(other.Value) == Key(one.Value)) || AuthorNames.IsPersonLike(one.Value));
    }

    /// <summary>Names of the site and its publisher, as far as the source states them.</summary>
    public static List<string> Houses(PageFacts facts, LinkedData? article, GivenFields given)
    {
        var names = new List<string>();
        foreach (var name in new[] { given.SiteName, facts.First("og:site_name"), article?.Publisher, facts.First("application-name"), facts.First("publisher") })
        {
            if (!string.IsNullOrWhiteSpace(name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private static IEnumerable<(List<Sourced<string>> Names, bool IsNear)> Candidates(
        BlockView view, string?[] verdicts, PageFacts facts, GivenFields given, int titleBlock, HeaderZone zone)
    {
        yield return (Of(given.Authors, "given"), false);
        if (given.Authors.Count > 0)
        {
            yield break;
        }

        yield return (Of(Linked(facts), "json-ld"), true);
        foreach (var name in MetaNames)
        {
            if (facts.Meta.TryGetValue(name, out var values))
            {
                yield return (Of(name == Citation ? values.ConvertAll(GivenNameFirst) : values, "meta:" + name), true);
            }
        }

        if (facts.First("twitter:label1") is { } label && AuthorNames.IsByline(label) && facts.First("twitter:data1") is { } writer)
        {
            yield return (Of([writer], "meta:twitter:data1"), true);
        }

        if (view.Page is { } page && zone.End > zone.First)
        {
            var (near, source) = AuthorMarkup.Find(page, view.List.Blocks[zone.First].Node, view.List.Blocks[zone.End - 1].TextNode + 1);
            yield return (Of(near, source), true);
        }

        yield return (Of(AuthorLines.Find(view, verdicts, zone, titleBlock), "text"), true);
        if (view.Page is { } whole)
        {
            var (anywhere, source) = AuthorMarkup.Find(whole, 0, whole.Count);
            yield return (Of(anywhere, source), false);
        }
    }

    /// <summary>Scholarly pages name one author an element, "Doe, Jane".</summary>
    private static string GivenNameFirst(string name) =>
        name.IndexOf(',') is > 0 and var comma && comma == name.LastIndexOf(',') ? $"{name[(comma + 1)..].Trim()} {name[..comma].Trim()}" : name;

    /// <summary>The authors of the page's article; where they are only named by id, the names stand elsewhere in the graph.</summary>
    private static List<string> Linked(PageFacts facts)
    {
        if (facts.LinkedData.FirstOrDefault(d => d.IsArticle && d.Authors.Count > 0) is { } named)
        {
            return named.Authors;
        }

        var ids = facts.LinkedData.Where(d => d.IsArticle).SelectMany(d => d.AuthorIds).ToHashSet(StringComparer.Ordinal);
        return [.. facts.LinkedData.Where(d => d.Id is { } id && ids.Contains(id) && d.Headline is not null).Select(d => d.Headline!)];
    }

    /// <summary>Houses and agencies beside people are whom they work for; alone they are the author.</summary>
    private static List<Sourced<string>> WithoutHouse(List<Sourced<string>> names, List<string> houses) =>
        names.FindAll(name => !AuthorWords.Agencies.Contains(name.Value) && !IsHouse(name.Value, houses)).ConvertAll(name => WithoutHouseTail(name, houses));

    private static bool IsHouse(string name, List<string> houses)
    {
        const int ShortestName = 3;
        var key = Key(name);
        return houses.Exists(house => Key(house) is { Length: >= ShortestName } other && (other == key || (key.StartsWith(other, StringComparison.Ordinal) && !AuthorNames.IsPersonLike(name))))
            || (name.Contains(' ', StringComparison.Ordinal) && AuthorWords.HouseWords.Contains(name[(name.LastIndexOf(' ') + 1)..]))
            || (name.LastIndexOf('.') is > 1 and var dot && dot < name.Length - 1 && !name.Contains(' ', StringComparison.Ordinal));
    }

    /// <summary>"Kayla Jimenez USA TODAY" of USA TODAY is Kayla Jimenez.</summary>
    private static Sourced<string> WithoutHouseTail(Sourced<string> name, List<string> houses)
    {
        foreach (var house in houses)
        {
            var cut = name.Value.Length - house.Length;
            if (cut > 3 && name.Value[cut - 1] == ' ' && name.Value.EndsWith(house, StringComparison.OrdinalIgnoreCase))
            {
                return name with { Value = name.Value[..cut].Trim(), Raw = name.Raw ?? name.Value };
            }
        }

        return name;
    }

    private static List<Sourced<string>> Of(IEnumerable<string> raws, string source)
    {
        var authors = new List<Sourced<string>>();
        foreach (var raw in raws)
        {
            foreach (var name in AuthorNames.Split(raw))
            {
                if (!authors.Exists(a => Key(a.Value) == Key(name)))
                {
                    authors.Add(new Sourced<string>(name, source, name == raw ? null : raw));
                }
            }
        }

        return authors;
    }

    /// <summary>Letters without accents and case.</summary>
    private static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        // Half of a surrogate pair cannot be normalised.
        foreach (var c in Ascii.IsValid(name) || name.Any(char.IsSurrogate) ? name : name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.ToString();
    }
}
