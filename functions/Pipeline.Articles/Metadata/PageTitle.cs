using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Articles.Metadata;

/// <summary>The headline of a page with markup.</summary>
internal static class PageTitle
{
    private const double Heading = 1.5;

    /// <summary>Web pages word their metadata for search engines: there a heading outvotes all of it. News sites agree with themselves.</summary>
    private const double WebHeading = 3.5;

    /// <summary>
    /// The sources vote: of the page's heading, JSON-LD, meta and title element, freed of the site's name, the wording that most of
    /// them agree on; the heading decides between equals.
    /// </summary>
    public static FoundTitle Find(BlockView view, PageFacts facts)
    {
        var names = SiteNames(facts);
        var heading = PageHeading.Find(view, facts, names);
        var article = facts.LinkedData.FirstOrDefault(d => d.IsArticle && !string.IsNullOrEmpty(d.Headline));
        var isNews = article?.Type.Contains("NewsArticle", StringComparison.Ordinal) == true;
        var wordings = new (string? Raw, string Source, double Weight)[]
            {
                (heading?.Text, "h1", heading is { IsLike: true } && !isNews ? WebHeading : Heading), (article?.Headline, "json-ld", 1),
                (facts.First("og:title"), "meta:og:title", 1.1), (facts.First("twitter:title"), "meta:twitter:title", 0.5),
                (facts.TitleElement, "title", 0.8), (facts.First("dc.title"), "meta:dc.title", 0.5),
            }
            .Where(wording => !string.IsNullOrWhiteSpace(wording.Raw))
            .Select(wording => new Wording(WithoutSite(wording.Raw!, wording.Source, names), wording.Raw!, wording.Source, wording.Weight))
            .ToList();
        if (heading is { IsInTrail: true })
        {
            DropTrail(wordings, heading.Text);
        }

        if (wordings.Count == 0)
        {
            return new FoundTitle("", "", null, -1);
        }

        var best = wordings
            .GroupBy(wording => TextHash.Folded(wording.Text))
            .Select(same => same.MaxBy(wording => wording.Text.Count(' ')) with { Weight = same.Sum(wording => wording.Weight) })
            .MaxBy(wording => wording.Weight);
        return new FoundTitle(best.Text, best.Source, best.Text == best.Raw ? null : best.Raw, -1);
    }

    /// <summary>
    /// A heading in the trail is worded for search engines, and so is what repeats it. If the page's article or its og:title has
    /// another wording, that is the headline.
    /// </summary>
    private static void DropTrail(List<Wording> wordings, string heading)
    {
        var trail = Letters(heading);
        bool IsTrail(Wording wording) => trail.StartsWith(Letters(wording.Text), StringComparison.Ordinal);
        if (wordings.Exists(wording => wording.Source is "json-ld" or "meta:og:title" && !IsTrail(wording)))
        {
            wordings.RemoveAll(IsTrail);
        }
    }

    private static string WithoutSite(string raw, string source, List<string> names) =>
        source == "h1" ? raw : SiteSuffix.Remove(raw, names, isElement: source == "title");

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static List<string> SiteNames(PageFacts facts)
    {
        var stated = new[]
        {
            facts.First("og:site_name"), facts.First("application-name"), facts.First("publisher"), facts.First("twitter:site"),
            HostOf(facts.CanonicalLink), HostOf(facts.First("og:url")),
        };
        return [.. stated.Concat(facts.LinkedData.Select(d => d.Publisher)).OfType<string>().Where(name => !string.IsNullOrWhiteSpace(name))];
    }

    private static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : null;

    private readonly record struct Wording(string Text, string Raw, string Source, double Weight);
}
