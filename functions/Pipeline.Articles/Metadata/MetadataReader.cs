using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Languages;
using Pipeline.Articles.Metadata.Authors;
using Pipeline.Articles.Metadata.Dates;

namespace Pipeline.Articles.Metadata;

/// <summary>Gathers what is known of an article besides its text, each value from the best source that has it.</summary>
internal static class MetadataReader
{
    /// <param name="received">When the source was received: nothing in it can be from later; null when that is unknown.</param>
    public static ArticleMetadata Read(
        BlockView view, string?[] verdicts, PageFacts facts, GivenFields given, FoundTitle title, string text, ILanguageIdentifier languages, DateTimeOffset? received)
    {
        var article = facts.LinkedData.FirstOrDefault(d => d.IsArticle);
        var url = CanonicalUrlFinder.Find(view, verdicts, facts, article, given);
        var language = LanguageOf(facts, article, given, text, languages);
        var zone = HeaderZone.Find(view, verdicts, title.Block);
        var hints = new DateHints(language.Value, IsMonthFirst(facts, article, language.Value, url?.Value ?? given.Url), received);
        var (published, modified) = DateFinder.Find(view, verdicts, facts, article, given, url?.Value, zone, hints);
        var dateline = Metadata.Dateline.Find(view, verdicts);
        return new ArticleMetadata
        {
            Title = title.Value.Length > 0 ? new Sourced<string>(title.Value, title.Source, title.Raw) : new Sourced<string>(TitleMaker.Make(text), "text"),
            Authors = AuthorFinder.Find(view, verdicts, facts, given, title.Block, zone, dateline, AuthorFinder.Houses(facts, article, given)),
            Published = published,
            Modified = modified,
            SiteName = SiteNameFinder.Find(view, verdicts, facts, article, given, url is { Source: not ("source-line" or "text") } ? url.Value : null),
            CanonicalUrl = url,
            Language = language,
            Section = Sourced(article?.Section, "json-ld") ?? OfMeta(facts, "article:section", "parsely-section", "section", "og:section", "sailthru.section"),
            Tags = Tags(facts, article, given),
            Hashtags = HashtagsOf(view, verdicts),
            LeadImageUrl = Image(facts.First("og:image"), "meta:og:image", url) ?? Image(article?.Image, "json-ld", url) ?? Image(facts.First("twitter:image"), "meta:twitter:image", url),
            CopyrightHolder = Sourced(article?.CopyrightHolder, "json-ld") ?? OfMeta(facts, "copyright", "dcterms.rightsholder") ?? CopyrightLine.Holder(view, verdicts),
            Licence = Sourced(article?.Licence, "json-ld") ?? Sourced(facts.LicenceLink, "link:license") ?? OfMeta(facts, "dcterms.license", "dc.rights", "dcterms.rights", "rights"),
            Paywalled = Paywall(facts, article),
            Origin = SourceLine.Origin(view, verdicts),
            Dateline = dateline?.Place is { } place ? new Sourced<string>(place, "text", dateline.Raw) : null,
        };
    }

    private static Sourced<bool>? Paywall(PageFacts facts, LinkedData? article)
    {
        if (article?.IsFree is { } free)
        {
            return new Sourced<bool>(!free, "json-ld");
        }

        return facts.First("article:content_tier") is { } tier ? new Sourced<bool>(!tier.Equals("free", StringComparison.OrdinalIgnoreCase), "meta:article:content_tier", tier) : null;
    }

    /// <summary>12/05/2025 is a day of December in the United States; a page tells by its locale, else by a host without country.</summary>
    private static bool IsMonthFirst(PageFacts facts, LinkedData? article, string language, string? url)
    {
        foreach (var declared in new[] { facts.First("og:locale"), facts.Language, article?.Language })
        {
            if (declared is { Length: 5 } && declared[2] is '-' or '_')
            {
                return declared.EndsWith("US", StringComparison.OrdinalIgnoreCase);
            }
        }

        return language == "en" && (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Split('.')[^1] is "com" or "org" or "net" or "us" or "gov" or "edu" or "info");
    }

    private static Sourced<string>? OfMeta(PageFacts facts, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Sourced(facts.First(name), "meta:" + name) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static Sourced<string>? Sourced(string? value, string source) =>
        string.IsNullOrWhiteSpace(value) ? null : new Sourced<string>(value, source);

    private static Sourced<string>? Image(string? value, string source, Sourced<string>? page) =>
        UrlNormaliser.NormaliseFile(value, page?.Value) is { } url ? new Sourced<string>(url, source, url == value ? null : value) : null;

    private static Sourced<string> LanguageOf(PageFacts facts, LinkedData? article, GivenFields given, string text, ILanguageIdentifier languages)
    {
        const double Sure = 0.7;

        var identified = languages.Identify(Sample(text));
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

    /// <summary>The beginning and the middle: a quotation in another tongue stands seldom in both, and more text costs time and changes no answer.</summary>
    private static ReadOnlySpan<char> Sample(string text)
    {
        const int Part = 400;
        return text.Length <= 3 * Part ? text : string.Concat(text.AsSpan(0, Part), " ", text.AsSpan(text.Length / 2, Part));
    }

    private static readonly System.Buffers.SearchValues<char> LanguageCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    private static List<Sourced<string>> Tags(PageFacts facts, LinkedData? article, GivenFields given)
    {
        const int Most = 50;
        var name = facts.First("news_keywords") is not null ? "news_keywords" : "keywords";
        var raw = facts.First(name) ?? "";
        return [.. given.Tags.Select(tag => new Sourced<string>(tag, "given"))
            .Concat((article?.Keywords ?? []).Select(tag => new Sourced<string>(tag, "json-ld")))
            .Concat((facts.Meta.GetValueOrDefault("article:tag") ?? []).Select(tag => new Sourced<string>(tag, "meta:article:tag")))
            .Concat(raw.Split([',', ';', '、', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(tag => new Sourced<string>(tag, "meta:" + name)))
            .Where(tag => tag.Value.Length is > 1 and < 80)
            .DistinctBy(tag => tag.Value, StringComparer.OrdinalIgnoreCase)
            .Take(Most)];
    }

    private static List<Sourced<string>> HashtagsOf(BlockView view, string?[] verdicts)
    {
        var hashtags = new List<Sourced<string>>();
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (Cleaning.Text.Hashtags.IsLine(view.Text(i)))
            {
                var line = view.Text(i).ToString();
                hashtags.AddRange(Cleaning.Text.Hashtags.Read(line).Where(tag => !hashtags.Exists(known => known.Value == tag)).Select(tag => new Sourced<string>(tag, "text", line)));
            }
        }

        return hashtags;
    }
}
