using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>Recognises sources that hold no article: empty shells, error pages, consent walls, log-ins, home pages.</summary>
internal static class NotAnArticle
{
    private const int FewWords = 25;
    private const int ShortArticle = 250;

    /// <returns>A sentence that names the fault and says what to do; null for an article.</returns>
    /// <remarks>
    /// <code>
    /// no text -> error title -> front (address, JSON-LD, teasers) -> consent or log-in instead of text -> too few words
    /// </code>
    /// </remarks>
    public static string? Find(BlockView view, string?[] verdicts, PageFacts facts, FoundTitle title)
    {
        if (view.Count == 0)
        {
            return "The source shows no text, perhaps because a script fills the page; fetch it with a browser and drop it again.";
        }

        var kept = Kept.Count(view, verdicts);
        if ((kept.Words < ShortArticle && ErrorTitles.Is(title.Value)) || (kept.Words < FewWords && ErrorTitles.BeginsWithCode(title.Value)))
        {
            return $"The page is an error page or a robot check (\"{Short(title.Value)}\"); fetch the article again.";
        }

        var claimsArticle = ClaimsArticle(facts);
        if (!claimsArticle && ((kept.Words < ShortArticle && IsFrontByAddress(facts)) || TeaserList.Is(view)))
        {
            return "The page is a home page or a section front, a list of many articles; drop the page of a single article.";
        }

        if (!claimsArticle && kept.Words < ShortArticle && 2 * kept.Consent > kept.Words)
        {
            return Consent;
        }

        if (!claimsArticle && kept.Words < 2 * FewWords && AsksPassword(view))
        {
            return LogIn;
        }

        if (kept.Words >= FewWords && kept.Prose > 0)
        {
            return null;
        }

        return Wall(view) ?? "No running text was found, as on a home page or a list of headlines; drop the page of a single article.";
    }

    private const string Consent = "The page asks for consent and shows no article; fetch it with consent given.";
    private const string LogIn = "The page asks for a log-in and shows no article; fetch it while logged in.";

    internal static bool ClaimsArticle(PageFacts facts) =>
        facts.LinkedData.Exists(d => d.IsArticle) || facts.First("article:published_time") is not null
        || string.Equals(facts.First("og:type"), "article", StringComparison.OrdinalIgnoreCase);

    /// <summary>The site's own address as canonical URL, or a page that calls itself a collection.</summary>
    private static bool IsFrontByAddress(PageFacts facts)
    {
        var address = facts.CanonicalLink ?? facts.First("og:url");
        var isHome = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.AbsolutePath == "/" && uri.Query.Length == 0;
        return isHome || facts.LinkedData.Exists(d => d.Type is "CollectionPage" or "SearchResultsPage");
    }

    internal static bool AsksPassword(BlockView view)
    {
        if (view.Page is not { } page)
        {
            return false;
        }

        for (var i = 0; i < page.Count; i++)
        {
            if (page.Nodes[i].Tag == HtmlTag.Input && page.Attribute(i, "type").Equals("password", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Wall(BlockView view)
    {
        var seen = PhraseKind.None;
        foreach (var phrases in view.Phrases)
        {
            seen |= phrases;
        }

        return (seen & PhraseKind.Consent) != 0 ? Consent
            : (seen & PhraseKind.Account) != 0 || AsksPassword(view) ? LogIn
            : null;
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    /// <summary>Words that stay: all of them, those in running text, those in texts about consent.</summary>
    private readonly record struct Kept(int Words, int Prose, int Consent)
    {
        public static Kept Count(BlockView view, string?[] verdicts)
        {
            var (words, prose, consent) = (0, 0, 0);
            for (var i = 0; i < verdicts.Length; i++)
            {
                if (verdicts[i] is null)
                {
                    words += view.Facts[i].Words;
                    prose += view.IsProse(i) ? view.Facts[i].Words : 0;
                    consent += (view.Phrases[i] & PhraseKind.Consent) != 0 ? view.Facts[i].Words : 0;
                }
            }

            return new Kept(words, prose, consent);
        }
    }
}
