using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Metadata.Dates;

/// <summary>Finds when an article was published and when it was changed.</summary>
/// <remarks>
/// <code>
/// given -> JSON-LD -> meta -> marked time -> shown near the head -> URL -> any time element -> any short line -> the change
/// </code>
/// Each candidate in the future of the receipt is passed over. An instant takes its offset from what the page
/// shows of it. Where the page shows only a later change and says so, the day of publication stays what the markup says.
/// </remarks>
internal static class DateFinder
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "og:article:published_time", "article:published", "datePublished", "dateCreated", "date", "pubdate", "pub_date", "publishdate", "publish-date", "publish_date",
        "publication_date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
        "article.published", "published", "article_date_original", "originalpublicationdate", "citation_publication_date", "citation_date", "iso-8601-publish-date", "DC.date.created",
        "article:create_at", "bt:pubDate", "rnews:datePublished", "weibo: article:create_at", "release_date", "uploadDate",
    ];

    private static readonly string[] ModifiedNames =
        ["article:modified_time", "og:updated_time", "og:article:modified_time", "dateModified", "lastmod", "dcterms.modified", "article:modified", "article_date_updated", "last-modified"];

    public static (SourcedDate? Published, SourcedDate? Modified) Find(
        BlockView view, string?[] verdicts, PageFacts facts, LinkedData? article, GivenFields given, string? url, HeaderZone zone, DateHints hints)
    {
        var shown = ShownDates.Near(view, verdicts, zone, hints);
        var modified = Of(given.Modified, "given", hints) ?? Of(article?.Modified, "json-ld", hints) ?? OfMeta(facts, ModifiedNames, hints)
            ?? OfTimes(facts, TimeMark.Modified, hints) ?? shown.Modified;
        var stated = Of(given.Published, "given", hints) ?? Of(article?.Published, "json-ld", hints)
            ?? Of(facts.LinkedData.FirstOrDefault(d => d.Published is not null)?.Published, "json-ld", hints)
            ?? OfMeta(facts, PublishedNames, hints) ?? OfTimes(facts, TimeMark.Published, hints);
        var published = stated is not null ? RedatedPage.Find(stated, shown, () => Others(facts, modified, hints)) ?? LocalOffset.Apply(stated, shown.Published)
            : shown.Published ?? UrlDate.Find(url ?? given.Url, hints) ?? OfTimes(facts, TimeMark.None, hints) ?? ShownDates.Anywhere(view, verdicts, hints) ?? modified;
        return (published, modified is null ? null : LocalOffset.Apply(modified, shown.Modified));
    }

    private static SourcedDate? Of(string? raw, string source, DateHints hints) =>
        DateReader.Read(raw, hints) is { } value ? new SourcedDate(value, source, raw!) : null;

    private static SourcedDate? OfMeta(PageFacts facts, string[] names, DateHints hints)
    {
        foreach (var name in names)
        {
            if (Of(facts.First(name), "meta:" + name, hints) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>What else the page's markup says to be a date of the article.</summary>
    private static IEnumerable<SourcedDate> Others(PageFacts facts, SourcedDate? modified, DateHints hints) =>
        PublishedNames.Select(name => Of(facts.First(name), "meta:" + name, hints)).Append(modified).OfType<SourcedDate>();

    private static SourcedDate? OfTimes(PageFacts facts, TimeMark wanted, DateHints hints)
    {
        foreach (var (value, mark) in facts.Times)
        {
            if (mark == wanted && Of(value, "time", hints) is { } date)
            {
                return date;
            }
        }

        return null;
    }
}
