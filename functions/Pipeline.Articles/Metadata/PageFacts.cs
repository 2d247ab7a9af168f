using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Cleaning.Html;

namespace Pipeline.Articles.Metadata;

/// <summary>What a page says of itself outside its visible text: meta, title, links, JSON-LD.</summary>
internal sealed class PageFacts
{
    // Bounds for hostile pages; real ones stay far below.
    private const int MostEntries = 300;
    private const int LongestMeta = 20_000;
    private const int LongestTitle = 2_000;

    public static PageFacts None { get; } = new();

    /// <summary>Meta elements by name, property or itemprop in lower case, in order of appearance, values decoded.</summary>
    public Dictionary<string, List<string>> Meta { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string? TitleElement { get; private set; }

    public string? CanonicalLink { get; private set; }

    public string? Language { get; private set; }

    public List<LinkedData> LinkedData { get; } = [];

    /// <summary>Instants of time elements: the machine-readable value, and whether it is marked as the date of publication.</summary>
    public List<(string Value, bool IsPublished)> Times { get; } = [];

    public string? First(string name) => Meta.TryGetValue(name, out var values) ? values[0] : null;

    public static PageFacts Read(HtmlDocument page)
    {
        var facts = new PageFacts();
        var nodes = page.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            switch (nodes[i].Tag)
            {
                case HtmlTag.Html when page.Attribute(i, "lang") is { IsEmpty: false } language:
                    facts.Language ??= language.Trim().ToString();
                    break;
                case HtmlTag.Meta:
                    facts.ReadMeta(page, i);
                    break;
                case HtmlTag.Title when facts.TitleElement is null && (i + 1 < nodes.Length && nodes[i + 1].Tag == HtmlTag.Text):
                    facts.TitleElement = Characters.Fold(HtmlEntities.DecodeAll(page.Source.AsSpan(nodes[i + 1].Start, Math.Min(LongestTitle, nodes[i + 1].Stop - nodes[i + 1].Start))));
                    break;
                case HtmlTag.Link when page.Attribute(i, "rel").Equals("canonical", StringComparison.OrdinalIgnoreCase):
                    facts.CanonicalLink ??= HtmlEntities.DecodeAll(page.Attribute(i, "href")).Trim();
                    break;
                case HtmlTag.Script when page.Attribute(i, "type").Contains("ld+json", StringComparison.OrdinalIgnoreCase) && nodes[i].End > i + 1:
                    facts.AddLinkedData(Metadata.LinkedData.Parse(page.Source.AsSpan(nodes[i + 1].Start, nodes[i + 1].Stop - nodes[i + 1].Start)));
                    break;
                case HtmlTag.Time when page.Attribute(i, "datetime") is { IsEmpty: false } instant:
                    var published = page.Attribute(i, "itemprop").Contains("datePublished", StringComparison.OrdinalIgnoreCase)
                        || page.Attribute(i, "class").ContainsAny(PublishedClasses) || !page.Attribute(i, "pubdate").IsEmpty;
                    facts.AddTime(HtmlEntities.DecodeAll(instant).Trim(), published);
                    break;
            }
        }

        return facts;
    }

    private static readonly System.Buffers.SearchValues<string> PublishedClasses =
        System.Buffers.SearchValues.Create(["publish", "entry-date", "pubdate", "posted"], StringComparison.OrdinalIgnoreCase);

    private void AddLinkedData(List<LinkedData> found) => LinkedData.AddRange(found.Take(MostEntries - Math.Min(MostEntries, LinkedData.Count)));

    private void AddTime(string value, bool isPublished)
    {
        if (Times.Count < MostEntries)
        {
            Times.Add((value, isPublished));
        }
    }

    private void ReadMeta(HtmlDocument page, int node)
    {
        var content = page.Attribute(node, "content");
        if (content.IsWhiteSpace() || content.Length > LongestMeta || Meta.Count > MostEntries)
        {
            return;
        }

        var value = default(string);
        foreach (var attribute in new[] { "property", "name", "itemprop", "http-equiv" })
        {
            var name = page.Attribute(node, attribute);
            if (name.IsEmpty || name.Length > 64)
            {
                continue;
            }

            value ??= Cleaning.Characters.Fold(HtmlEntities.DecodeAll(content));
            var key = name.Trim().ToString();
            if (!Meta.TryGetValue(key, out var values))
            {
                Meta[key] = values = [];
            }

            if (values.Count < MostEntries)
            {
                values.Add(value);
            }
        }
    }
}
