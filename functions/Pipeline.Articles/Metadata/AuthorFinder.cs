using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Metadata;

/// <summary>Finds who wrote an article: people and agencies, without "By", dates and roles.</summary>
internal static class AuthorFinder
{
    private static readonly string[] MetaNames = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "twitter:creator_name", "citation_author"];

    public static List<Sourced<string>> Find(BlockView view, string?[] verdicts, PageFacts facts, LinkedData? article, GivenFields given, int titleBlock)
    {
        var organisations = Organisations(facts, article, given);
        List<Sourced<string>>? house = null;
        foreach (var candidates in Candidates(view, verdicts, facts, given, titleBlock))
        {
            if (candidates.Count == 0)
            {
                continue;
            }

            // The house's own name says less than a person's: it stands only when no source names anybody.
            var people = candidates.FindAll(name => !IsHouse(name.Value, organisations));
            if (people.Count > 0)
            {
                return people;
            }

            house ??= candidates;
        }

        return house ?? [];
    }

    private static IEnumerable<List<Sourced<string>>> Candidates(BlockView view, string?[] verdicts, PageFacts facts, GivenFields given, int titleBlock)
    {
        yield return Of(given.Authors, "given");
        yield return Of(facts.LinkedData.FirstOrDefault(d => d.IsArticle && d.Authors.Count > 0)?.Authors ?? [], "json-ld");
        foreach (var name in MetaNames)
        {
            if (facts.Meta.TryGetValue(name, out var values))
            {
                yield return Of(values, "meta:" + name);
            }
        }

        if (view.Page is { } page)
        {
            yield return OfMarkup(page);
        }

        yield return OfLines(view, verdicts, titleBlock);
    }

    private static List<string> Organisations(PageFacts facts, LinkedData? article, GivenFields given)
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

    private static bool IsHouse(string name, List<string> organisations) =>
        organisations.Exists(o => o.Equals(name, StringComparison.OrdinalIgnoreCase) || Cleaning.TextHash.Folded(o) == Cleaning.TextHash.Folded(name))
        || Agencies.Contains(name)
        || (name.LastIndexOf('.') is > 1 and var dot && dot < name.Length - 1 && !name.Contains(' ', StringComparison.Ordinal));

    private static readonly HashSet<string> Agencies = new(StringComparer.OrdinalIgnoreCase)
    {
        "Associated Press", "The Associated Press", "AP", "Reuters", "AFP", "dpa", "APA", "Financial Times", "Bloomberg", "USA TODAY", "Tribune News Service", "PA Media", "ANSA", "EFE",
        "Europa Press", "TASS", "Xinhua", "Kyodo", "PTI", "ANI", "IANS", "Bleacher Report", "Science X",
    };

    private static List<Sourced<string>> Of(IEnumerable<string> raws, string source)
    {
        var authors = new List<Sourced<string>>();
        foreach (var raw in raws)
        {
            foreach (var name in AuthorNames.Split(raw))
            {
                if (!authors.Exists(a => a.Value.Equals(name, StringComparison.OrdinalIgnoreCase)))
                {
                    authors.Add(new Sourced<string>(name, source, name == raw ? null : raw));
                }
            }
        }

        return authors;
    }

    private static List<Sourced<string>> OfMarkup(HtmlDocument page)
    {
        var nodes = page.Nodes;
        for (var pass = 0; pass < 2; pass++)
        {
            var texts = new List<string>();
            for (var i = 0; i < nodes.Length && texts.Count < 6; i++)
            {
                if (nodes[i].Tag != HtmlTag.Text && (nodes[i].Marks & HtmlMark.Invisible) == 0 && nodes[i].End - i < 40 && (pass == 0 ? IsAuthorMark(page, i) : IsBylineClass(page, i)))
                {
                    texts.Add(page.TextOf(i));
                    i = nodes[i].End - 1;
                }
            }

            var found = Of(pass == 0 ? texts : texts.Take(1), pass == 0 ? "rel:author" : "class:byline");
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    private static bool IsAuthorMark(HtmlDocument page, int node) =>
        page.Nodes[node].Tag == HtmlTag.A && page.Attribute(node, "rel").Contains("author", StringComparison.OrdinalIgnoreCase)
        || ((page.Nodes[node].Marks & HtmlMark.HasItemProp) != 0 && page.Attribute(node, "itemprop").Equals("author", StringComparison.OrdinalIgnoreCase));

    private static bool IsBylineClass(HtmlDocument page, int node)
    {
        var names = page.Class(node);
        return names.Contains("byline", StringComparison.OrdinalIgnoreCase) || names.Contains("author-name", StringComparison.OrdinalIgnoreCase)
            || names.Contains("author_name", StringComparison.OrdinalIgnoreCase) || names.Equals("author", StringComparison.OrdinalIgnoreCase)
            || names.Contains("post-author", StringComparison.OrdinalIgnoreCase) || names.Contains("entry-author", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A short line near the headline that begins with "By" in some language.</summary>
    private static List<Sourced<string>> OfLines(BlockView view, string?[] verdicts, int titleBlock)
    {
        const int Near = 12;
        for (var i = Math.Max(0, titleBlock); i < verdicts.Length && i <= Math.Max(0, titleBlock) + Near; i++)
        {
            if (view.Facts[i].Words <= 14 && AuthorNames.StartsWithBy(view.Text(i)))
            {
                return Of([view.Text(i).ToString()], "text");
            }
        }

        return [];
    }
}
