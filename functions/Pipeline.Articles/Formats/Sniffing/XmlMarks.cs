using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Sniffing;

/// <summary>XML that is no page: feeds, site maps, pictures.</summary>
internal static class XmlMarks
{
    private static readonly (string Root, string What, string Advice)[] Roots =
    [
        ("<rss", "an RSS feed", "fetch the pages that it links to and drop those"),
        ("<feed", "an Atom feed", "fetch the pages that it links to and drop those"),
        ("<rdf:RDF", "an RSS feed", "fetch the pages that it links to and drop those"),
        ("<urlset", "a site map", "fetch the pages that it links to and drop those"),
        ("<sitemapindex", "a site map", "fetch the pages that it links to and drop those"),
        ("<svg", "an SVG image", "leave it out"),
    ];

    public static Rejection? Find(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var declared = text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);
        while (text.StartsWith("<?") || text.StartsWith("<!--") || text.StartsWith("<!"))
        {
            var (mark, length) = text.StartsWith("<?") ? ("?>", 2) : text.StartsWith("<!--") ? ("-->", 3) : (">", 1);
            var end = text.IndexOf(mark);
            if (end < 0)
            {
                return null;
            }

            text = text[(end + length)..].TrimStart();
        }

        foreach (var (root, what, advice) in Roots)
        {
            if (text.StartsWith(root, StringComparison.OrdinalIgnoreCase))
            {
                return Reject.Unread(what, advice);
            }
        }

        return declared && HtmlMarks.CountTags(text, 3) < 3 ? Reject.Unread("XML", "export its articles as HTML, text or JSON") : null;
    }
}
