using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Text;

namespace Pipeline.Articles.Metadata;

/// <summary>The headline of a page with markup.</summary>
internal static class PageTitle
{
    private const int LongestHeading = 80;

    /// <summary>
    /// The sources vote: of the page's headings, JSON-LD, meta and title element, freed of the site's name, the wording that most of
    /// them agree on; the heading decides between equals.
    /// </summary>
    public static FoundTitle Find(BlockView view, PageFacts facts)
    {
        var names = SiteNames(facts);
        var heading = Heading(view, facts);
        var linked = facts.LinkedData.FirstOrDefault(d => d.IsArticle && !string.IsNullOrEmpty(d.Headline))?.Headline;
        var candidates = new (string? Text, string Source, double Weight)[]
        {
            (heading, "h1", 1.5), (linked, "json-ld", 1), (facts.First("og:title"), "meta:og:title", 1.1), (facts.First("twitter:title"), "meta:twitter:title", 0.5),
            (facts.TitleElement, "title", 0.8), (facts.First("dc.title"), "meta:dc.title", 0.5),
        };
        var votes = new Dictionary<ulong, (double Weight, string Text, string Source, string Raw)>();
        foreach (var (raw, source, weight) in candidates)
        {
            if (string.IsNullOrWhiteSpace(raw))
            {
                continue;
            }

            var text = source == "h1" ? raw : SiteSuffix.Remove(raw, names, source == "title");
            var key = TextHash.Folded(text);
            votes[key] = !votes.TryGetValue(key, out var vote) ? (weight, text, source, raw)
                : text.Count(' ') > vote.Text.Count(' ') ? (vote.Weight + weight, text, source, raw)
                : vote with { Weight = vote.Weight + weight };
        }

        if (votes.Count == 0)
        {
            return new FoundTitle("", "", null, -1);
        }

        var best = votes.Values.MaxBy(vote => vote.Weight);
        return new FoundTitle(best.Text, best.Source, best.Text == best.Raw ? null : best.Raw, -1);
    }

    private static List<string> SiteNames(PageFacts facts)
    {
        var names = new List<string>();
        foreach (var name in new[] { facts.First("og:site_name"), facts.First("application-name"), facts.First("publisher"), facts.First("twitter:site"), HostOf(facts.CanonicalLink), HostOf(facts.First("og:url")) }
            .Concat(facts.LinkedData.Select(d => d.Publisher)))
        {
            if (!string.IsNullOrWhiteSpace(name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : null;

    /// <summary>The h1 that the page's metadata bears out, or the only one.</summary>
    private static string? Heading(BlockView view, PageFacts facts)
    {
        var witness = TextHashes(facts);
        string? only = null;
        var count = 0;
        for (var i = 0; i < view.Count; i++)
        {
            ref readonly var block = ref view.List.Blocks[i];
            if ((block.Marks & HtmlMark.Heading) == 0 || view.Facts[i].Words > LongestHeading || !IsInside(view.Page!, block.Node, HtmlTag.H1))
            {
                continue;
            }

            var text = view.Text(i).ToString();
            if (witness.Any(w => w.Contains(text, StringComparison.OrdinalIgnoreCase)) && view.Facts[i].Words >= 2)
            {
                return text;
            }

            only = text;
            count++;
        }

        return count == 1 && only!.Count(' ') >= 2 ? only : null;
    }

    private static List<string> TextHashes(PageFacts facts)
    {
        var witness = new List<string>();
        foreach (var text in new[] { facts.First("og:title"), facts.First("twitter:title"), facts.TitleElement }.Concat(facts.LinkedData.Select(d => d.Headline)))
        {
            if (!string.IsNullOrEmpty(text))
            {
                witness.Add(text);
            }
        }

        return witness;
    }

    internal static bool IsInside(HtmlDocument page, int node, HtmlTag tag)
    {
        for (var i = node; i >= 0; i = page.Nodes[i].Parent)
        {
            if (page.Nodes[i].Tag == tag)
            {
                return true;
            }
        }

        return false;
    }
}
