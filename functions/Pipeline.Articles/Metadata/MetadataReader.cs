using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Languages;

namespace Pipeline.Articles.Metadata;

/// <summary>Gathers what is known of an article besides its text, each value from the best source that has it.</summary>
internal static class MetadataReader
{
    public static ArticleMetadata Read(
        BlockView view, string?[] verdicts, PageFacts facts, GivenFields given, FoundTitle title, string text, ILanguageIdentifier languages)
    {
        var article = facts.LinkedData.FirstOrDefault(d => d.IsArticle);
        var url = CanonicalUrl(view, verdicts, facts, article, given);
        var (published, modified) = DateFinder.Find(view, verdicts, facts, article, given, url?.Value);
        return new ArticleMetadata
        {
            Title = title.Value.Length > 0 ? new Sourced<string>(title.Value, title.Source, title.Raw) : new Sourced<string>(TitleMaker.Make(text), "text"),
            Authors = AuthorFinder.Find(view, verdicts, facts, article, given, title.Block),
            Published = published,
            Modified = modified,
            SiteName = SiteNameFinder.Find(view, verdicts, facts, article, given),
            CanonicalUrl = url,
            Language = Language(facts, article, given, text, languages),
            Section = Sourced(article?.Section, "json-ld") ?? Sourced(facts.First("article:section"), "meta:article:section"),
            Tags = Tags(facts, article, given),
            Hashtags = HashtagsOf(view, verdicts),
            LeadImageUrl = SourcedUrl(facts.First("og:image"), "meta:og:image", url) ?? SourcedUrl(article?.Image, "json-ld", url),
            CopyrightHolder = Sourced(article?.CopyrightHolder, "json-ld") ?? Sourced(facts.First("copyright"), "meta:copyright"),
            Paywalled = article?.IsFree is { } free ? !free : null,
        };
    }

    private static Sourced<string>? Sourced(string? value, string source) =>
        string.IsNullOrWhiteSpace(value) ? null : new Sourced<string>(value, source);

    private static Sourced<string>? SourcedUrl(string? value, string source, Sourced<string>? page) =>
        UrlNormaliser.Normalise(value, page?.Value) is { } url ? new Sourced<string>(url, source, url == value ? null : value) : null;

    private static Sourced<string>? CanonicalUrl(BlockView view, string?[] verdicts, PageFacts facts, LinkedData? article, GivenFields given)
    {
        var candidates = new (string? Url, string Source)[]
        {
            (facts.CanonicalLink, "link:canonical"), (facts.First("og:url"), "meta:og:url"), (article?.Url, "json-ld"), (given.Url, "given"),
        };
        foreach (var (raw, source) in candidates)
        {
            if (UrlNormaliser.Normalise(raw, given.Url) is { } url && !IsHomePage(url))
            {
                return new Sourced<string>(url, source, url == raw ? null : raw);
            }
        }

        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] == "source-line" && UrlNormaliser.FindIn(view.Text(i)) is { } url)
            {
                return new Sourced<string>(url, "source-line", view.Text(i).ToString());
            }
        }

        return null;
    }

    private static bool IsHomePage(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.AbsolutePath == "/" && uri.Query.Length == 0;

    private static Sourced<string> Language(PageFacts facts, LinkedData? article, GivenFields given, string text, ILanguageIdentifier languages)
    {
        const double Sure = 0.7;
        const int TextRead = 4000;
        var identified = languages.Identify(text.AsSpan(0, Math.Min(text.Length, TextRead)));
        if (identified.Confidence >= Sure && identified.Tag != "und")
        {
            return new Sourced<string>(identified.Tag, "text");
        }

        var declared = new (string? Tag, string Source)[]
        {
            (given.Language, "given"), (facts.Language, "html"), (article?.Language, "json-ld"), (facts.First("og:locale"), "meta:og:locale"),
        };
        foreach (var (tag, source) in declared)
        {
            if (tag is { Length: >= 2 and <= 12 } && tag.AsSpan().IndexOfAnyExcept(LanguageCharacters) < 0)
            {
                var primary = tag.Split('-', '_')[0].ToLowerInvariant();
                return new Sourced<string>(primary, source, primary == tag ? null : tag);
            }
        }

        return new Sourced<string>(identified.Tag, "text");
    }

    private static readonly System.Buffers.SearchValues<char> LanguageCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    private static List<string> Tags(PageFacts facts, LinkedData? article, GivenFields given)
    {
        const int Most = 50;
        var keywords = facts.First("news_keywords") ?? facts.First("keywords") ?? "";
        return [.. given.Tags
            .Concat(article?.Keywords ?? [])
            .Concat(facts.Meta.GetValueOrDefault("article:tag") ?? [])
            .Concat(keywords.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(tag => tag.Length is > 1 and < 80)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(Most)];
    }

    private static List<string> HashtagsOf(BlockView view, string?[] verdicts)
    {
        var hashtags = new List<string>();
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (Cleaning.Text.Hashtags.IsLine(view.Text(i)))
            {
                hashtags.AddRange(Cleaning.Text.Hashtags.Read(view.Text(i).ToString()).Where(tag => !hashtags.Contains(tag)));
            }
        }

        return hashtags;
    }
}
