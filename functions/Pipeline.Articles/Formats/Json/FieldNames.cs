using System.Collections.Frozen;

namespace Pipeline.Articles.Formats.Json;

/// <summary>
/// The names under which scrapers, feeds and news services give an article's fields. Names are compared by their letters and
/// digits alone, in lower case: "date_publish", "datePublish" and "Date-Publish" are one.
/// </summary>
internal static class FieldNames
{
    private const int MaxNameLength = 48;

    // The order is the rank: an earlier name of a field is trusted before a later one.
    private static readonly FrozenDictionary<string, (ArticleField Field, int Rank)> Known = Table(
        (ArticleField.Body, """
            articlebody maintext fulltext articletext text body content bodytext contenttext textbody articlecontent
            rawtext cleantext plaintext fullcontent newscontent newstext storytext story article document pagecontent post
            contentencoded contenthtml bodyhtml htmlcontent htmlbody articlehtml contentrendered textcontent value
            html rawhtml htmltext pagehtml sourcehtml paragraphs message passage
            """),
        (ArticleField.Title, "headline title articletitle newstitle ogtitle titlepage titlerss pagetitle alternativeheadline subject name"),
        (ArticleField.Url, """
            url link articleurl canonicalurl canonicallink canonical permalink weburl originalurl ogurl mainentityofpage
            requestedurl finalurl pageurl sourceurl uri href guid id
            """),
        (ArticleField.Author, "author authors byline creator dccreator articleauthor authorname writer writers journalist reporter"),
        (ArticleField.Published, """
            datepublished publisheddate publishedat datepublish publishdate published publishedtime publicationdate pubdate
            publicationtime articlepublishedtime webpublicationdate firstpublished firstpublicationdate publishtime displaydate
            date datetime posteddate postdate dategmt createdat created datecreated timestamp time seendate issued dcdate
            """),
        (ArticleField.Modified, """
            datemodified modified modifieddate updated updatedat dateupdated lastmodified lastupdated datemodify modifiedgmt
            articlemodifiedtime lastmodifieddate updateddate updatetime
            """),
        (ArticleField.Site, """
            sitename site ogsitename publisher publishername sourcename newspaper outlet publication website source media
            provider sourcehostname sourcedomain hostname domain
            """),
        (ArticleField.Language, "language lang inlanguage metalang oglocale locale languagecode langcode detectedlanguage dclanguage"),
        (ArticleField.Summary, """
            description summary standfirst excerpt abstract subtitle subheadline deck dek lead lede teaser snippet trailtext
            metadescription ogdescription contentsnippet highlights
            """),
        (ArticleField.Tags, "keywords tags tag categories category topics topic section articlesection metakeywords newskeywords subjects labels"));

    private static readonly FrozenSet<string> NestedNames = FrozenSet.ToFrozenSet(Words("""
        article data page item post result document doc news story graph metadata meta extracted fields mainentity
        mainentityofpage attributes response payload record entry opengraph jsonld newsarticle
        """));

    private static readonly FrozenDictionary<string, WrapperName> Wrappers = WrapperTable(
        (WrapperName.Body, "articlebody maintext fulltext articletext text content body bodytext contenttext contenthtml bodyhtml textcontent"),
        (WrapperName.Holder, "response result feed rss channel payload output collection"),
        (WrapperName.List, """
            articles items data results docs documents entries entry hits news stories posts records rows list item
            articleslist newslist pages
            """));

    public static bool TryGet(ReadOnlySpan<byte> name, out ArticleField field, out int rank)
    {
        Span<char> folded = stackalloc char[MaxNameLength];
        var found = Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..Fold(name, folded)], out var known);
        (field, rank) = known;
        return found;
    }

    /// <summary>The name means an object with more fields as well: "source", "content", "article".</summary>
    public static bool IsNested(ReadOnlySpan<byte> name)
    {
        // Elasticsearch keeps the document under "_source"; "source" alone names the site.
        if (name.SequenceEqual("_source"u8))
        {
            return true;
        }

        Span<char> folded = stackalloc char[MaxNameLength];
        return NestedNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded[..Fold(name, folded)]);
    }

    public static WrapperName Wrapper(ReadOnlySpan<byte> name)
    {
        Span<char> folded = stackalloc char[MaxNameLength];
        return Wrappers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..Fold(name, folded)], out var meaning) ? meaning : WrapperName.Other;
    }

    private static FrozenDictionary<string, (ArticleField Field, int Rank)> Table(params (ArticleField Field, string Names)[] rows) =>
        rows.SelectMany(row => Words(row.Names).Select((name, rank) => (name, value: (row.Field, rank))))
            .ToFrozenDictionary(pair => pair.name, pair => pair.value, StringComparer.Ordinal);

    private static FrozenDictionary<string, WrapperName> WrapperTable(params (WrapperName Meaning, string Names)[] rows) =>
        rows.SelectMany(row => Words(row.Names).Select(name => (name, row.Meaning)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.Meaning, StringComparer.Ordinal);

    private static string[] Words(string names) =>
        names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static int Fold(ReadOnlySpan<byte> name, Span<char> folded)
    {
        var length = 0;
        foreach (var b in name)
        {
            if (char.IsAsciiLetterOrDigit((char)b))
            {
                if (length == folded.Length)
                {
                    return 0;
                }

                folded[length++] = char.ToLowerInvariant((char)b);
            }
        }

        return length;
    }
}
