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

    /// <summary>Instants of time elements: the machine-readable value, and what its markup says of it.</summary>
    public List<(string Value, TimeMark Mark)> Times { get; } = [];

    /// <summary>Target of the link with rel="license".</summary>
    public string? LicenceLink { get; private set; }

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
                case HtmlTag.Time when TimeValue(page, i) is { IsEmpty: false } instant:
                    facts.AddTime(HtmlEntities.DecodeAll(instant).Trim(), MarkOf(page, i));
                    break;
                case HtmlTag.A or HtmlTag.Link when page.Attribute(i, "rel").Equals("license", StringComparison.OrdinalIgnoreCase):
                    facts.LicenceLink ??= HtmlEntities.DecodeAll(page.Attribute(i, "href")).Trim();
                    break;
            }
        }

        return facts;
    }

    private static readonly System.Buffers.SearchValues<string> PublishedWords =
        System.Buffers.SearchValues.Create(["publish", "entry-date", "pubdate", "posted", "dateCreated"], StringComparison.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<string> ModifiedWords =
        System.Buffers.SearchValues.Create(["modified", "updated"], StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> TimeValue(HtmlDocument page, int node) =>
        page.Attribute(node, "datetime") is { IsEmpty: false } value ? value : page.Attribute(node, "content");

    private static TimeMark MarkOf(HtmlDocument page, int node)
    {
        var property = page.Attribute(node, "itemprop");
        return property.ContainsAny(ModifiedWords) ? TimeMark.Modified
            : property.ContainsAny(PublishedWords) || !page.Attribute(node, "pubdate").IsEmpty ? TimeMark.Published
            : page.Attribute(node, "class") is var names && names.ContainsAny(PublishedWords) ? TimeMark.Published
            : names.ContainsAny(ModifiedWords) ? TimeMark.Modified
            : TimeMark.None;
    }

    private void AddLinkedData(List<LinkedData> found) => LinkedData.AddRange(found.Take(MostEntries - Math.Min(MostEntries, LinkedData.Count)));

    private void AddTime(string value, TimeMark mark)
    {
        if (Times.Count < MostEntries)
        {
            Times.Add((value, mark));
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

/// <summary>What its markup says of a time element.</summary>
internal enum TimeMark
{
    None,
    Published,
    Modified,
}
