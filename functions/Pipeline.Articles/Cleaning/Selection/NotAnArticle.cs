using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>Recognises sources that hold no article: empty shells, error pages, consent walls, log-ins, home pages.</summary>
internal static class NotAnArticle
{
    private const int FewWords = 25;

    /// <returns>A sentence that names the fault and says what to do; null for an article.</returns>
    public static string? Find(BlockView view, string?[] verdicts, PageFacts facts, FoundTitle title)
    {
        var kept = 0;
        var prose = 0;
        for (var i = 0; i < verdicts.Length; i++)
        {
            kept += verdicts[i] is null ? view.Facts[i].Words : 0;
            prose += verdicts[i] is null && view.IsProse(i) ? view.Facts[i].Words : 0;
        }

        if (view.Count == 0)
        {
            return "The source shows no text, perhaps because a script fills the page; fetch it with a browser and drop it again.";
        }

        if (IsErrorTitle(title.Value) && kept < 12 * FewWords)
        {
            return $"The page is an error page (\"{Short(title.Value)}\"); fetch the article again.";
        }

        if (IsFront(facts, kept))
        {
            return "The page is a home page or a section front, a list of many articles; drop the page of a single article.";
        }

        if (kept >= FewWords && prose > 0)
        {
            return null;
        }

        return Wall(view) ?? "No running text was found, as on a home page or a list of headlines; drop the page of a single article.";
    }

    /// <summary>The site's own address as canonical URL, or a page that calls itself a collection; and nothing that says "article".</summary>
    private static bool IsFront(PageFacts facts, int kept)
    {
        const int ShortArticle = 250;
        var isArticle = facts.LinkedData.Exists(d => d.IsArticle) || facts.First("article:published_time") is not null
            || string.Equals(facts.First("og:type"), "article", StringComparison.OrdinalIgnoreCase);
        var address = facts.CanonicalLink ?? facts.First("og:url");
        var isHome = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.AbsolutePath == "/" && uri.Query.Length == 0;
        var isCollection = facts.LinkedData.Exists(d => d.Type is "CollectionPage" or "SearchResultsPage");
        return !isArticle && (isHome || isCollection) && kept < ShortArticle;
    }

    private static string? Wall(BlockView view)
    {
        var seen = PhraseKind.None;
        foreach (var phrases in view.Phrases)
        {
            seen |= phrases;
        }

        return (seen & PhraseKind.Consent) != 0 ? "The page asks for consent and shows no article; fetch it with consent given."
            : (seen & PhraseKind.Account) != 0 ? "The page asks for a log-in and shows no article; fetch it while logged in."
            : null;
    }

    private static bool IsErrorTitle(string title) =>
        title.StartsWith("404", StringComparison.Ordinal) || title.StartsWith("403", StringComparison.Ordinal)
        || title.StartsWith("500", StringComparison.Ordinal) || title.StartsWith("502", StringComparison.Ordinal)
        || title.Contains("not found", StringComparison.OrdinalIgnoreCase) || title.Contains("access denied", StringComparison.OrdinalIgnoreCase)
        || title.Equals("error", StringComparison.OrdinalIgnoreCase) || title.StartsWith("just a moment", StringComparison.OrdinalIgnoreCase)
        || title.Contains("are you a robot", StringComparison.OrdinalIgnoreCase);

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
