using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Metadata;

/// <summary>Finds when an article was published and when it was changed.</summary>
internal static class DateFinder
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "article:published", "datePublished", "dateCreated", "date", "pubdate", "publishdate", "publish-date", "publish_date",
        "publication_date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
        "article.published", "published", "article_date_original", "originalpublicationdate", "citation_publication_date", "citation_date", "iso-8601-publish-date", "DC.date.created",
        "last-modified", "article:create_at", "bt:pubDate", "rnews:datePublished", "weibo: article:create_at", "release_date",
    ];

    private static readonly string[] ModifiedNames = ["article:modified_time", "og:updated_time", "dateModified", "lastmod", "dcterms.modified", "article:modified"];

    public static (SourcedDate? Published, SourcedDate? Modified) Find(
        BlockView view, string?[] verdicts, PageFacts facts, LinkedData? article, GivenFields given, string? url)
    {
        var modified = Of(given.Modified, "given") ?? Of(article?.Modified, "json-ld") ?? OfMeta(facts, ModifiedNames);
        var published = Of(given.Published, "given") ?? Of(article?.Published, "json-ld")
            ?? Of(facts.LinkedData.FirstOrDefault(d => d.Published is not null)?.Published, "json-ld")
            ?? OfMeta(facts, PublishedNames) ?? OfTimes(facts, true) ?? OfUrl(url ?? given.Url) ?? OfTimes(facts, false) ?? OfText(view, verdicts);
        return (published, modified);
    }

    private static SourcedDate? Of(string? raw, string source) =>
        DateReader.Read(raw) is { } value ? new SourcedDate(value, source, raw!) : null;

    private static SourcedDate? OfMeta(PageFacts facts, string[] names)
    {
        foreach (var name in names)
        {
            if (Of(facts.First(name), "meta:" + name) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static SourcedDate? OfTimes(PageFacts facts, bool marked)
    {
        foreach (var (value, isPublished) in facts.Times)
        {
            if ((isPublished || !marked) && Of(value, "time") is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>"/2023/12/22/", "/2023-12-22-", "/20231222/" in the path.</summary>
    private static SourcedDate? OfUrl(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var path = uri.AbsolutePath;
        for (var i = 0; i + 8 <= path.Length; i++)
        {
            var isStart = i == 0 || !char.IsAsciiDigit(path[i - 1]);
            if (!isStart || !(path[i] is '1' or '2' && char.IsAsciiDigit(path[i + 1])))
            {
                continue;
            }

            var length = Math.Min(10, path.Length - i);
            var piece = path.Substring(i, length);
            var isFull = piece.Length == 10 && piece[4] is '/' or '-' or '_' && piece[7] == piece[4] && char.IsAsciiDigit(piece[5]);
            var text = isFull ? piece.Replace('/', '-').Replace('_', '-') : piece[..8];
            if ((isFull || text.All(char.IsAsciiDigit) && (i + 8 == path.Length || !char.IsAsciiDigit(path[i + 8]))) && DateReader.Read(text) is { } date)
            {
                return new SourcedDate(date, "url", piece);
            }
        }

        return null;
    }

    /// <summary>A short line near the article that states a date: first those that say so, then any.</summary>
    private static SourcedDate? OfText(BlockView view, string?[] verdicts)
    {
        const int LongestLine = 20;
        SourcedDate? any = null;
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] is null or "calendar" or "copyright" || view.Facts[i].Words > LongestLine || view.Facts[i].Digits < 4)
            {
                continue;
            }

            if (DateScanner.Find(view.Text(i)) is { } found)
            {
                var date = new SourcedDate(found.Value, "text", found.Raw);
                if ((view.Phrases[i] & PhraseKind.Updated) != 0 || verdicts[i] == "view-count")
                {
                    return date;
                }

                any ??= date;
            }
        }

        return any;
    }
}
