namespace Pipeline.Articles.Tests.Cleaning.Fallback;

/// <summary>Pages without an article stay so on the second way, whatever they have in common with articles.</summary>
public class NoArticleEitherTests
{
    private const string Headline = "River bridge closes for repairs";
    private const string Claim = "<meta property=og:type content=article>";
    private const string Password = "<form><input type=text><input type=password><button>OK</button></form>";

    private const string About = "The Town Crier brings news from the town and the villages around it, every day but Sunday, and has done so for a hundred and fifty years. "
        + "Our forty reporters live where they work, and they know the people whom they write about. Whoever has something to tell us is welcome at the office in the high street.";

    private const string Benefits = "Members read everything on all their devices, take part in our evenings with the editors, and get the paper's weekend supplement sent to their homes. "
        + "They also share the archive with up to four members of the family, and they can leave at the end of any month without giving reasons to anyone.";

    private const string Cookies = "We and our 842 partners store cookies on your device and process personal data, such as unique identifiers, for personalised ads and content, and to measure them.";

    public static TheoryData<string, string> Pages => new()
    {
        { "shop window without witness", Page("", $"<main><h1>Welcome</h1><p>{About}</p><p>{Benefits}</p></main>") },
        { "description of the site, shown outside any place for articles", Page(Description(About), $"<div class=x><p>{About}</p><p>{Benefits}</p></div>") },
        { "consent wall in place of an article", Page(Claim, $"<main><h1>{Headline}</h1><p>{Cookies}</p><p>With your consent we may also use precise location data. {Cookies} You can change your choices at any time in our privacy policy.</p></main>") },
        { "long consent text in one piece", Page(Claim + Description(Cookies), $"<main><h1>{Headline}</h1><p>{Cookies} {Benefits} {About} {Benefits}</p></main>") },
        { "consent box by name", Page(Claim + Description(Benefits), $"<main><h1>{Headline}</h1><div id=x class=cookie-banner><p>{Benefits}</p><p>{About}</p></div></main>") },
        { "log-in in place of an article", Page(Claim, $"<main><h1>{Headline}</h1><p>{Benefits}</p><p>{About}</p>{Password}</main>") },
        { "log-in page that describes itself", Page(Description(Benefits), $"<main><h1>Your account</h1><p>{Benefits}</p><p>{About}</p>{Password}</main>") },
        { "error page with all witnesses", $"<title>404 Not Found</title>{Claim}{Description(About)}<main><h1>404 Not Found</h1><p>{About}</p><p>{Benefits}</p></main>" },
        { "robot check", $"<title>Just a moment...</title>{Claim}{Description(About)}<main><h1>Just a moment...</h1><p>{About}</p></main>" },
        { "home page by address", Page(Description(About) + "<link rel=canonical href=https://crier.example/>", $"<main><h1>The Town Crier</h1><p>{About}</p><p>{Benefits}</p></main>") },
        { "section front", Page(Description("News from the town, the villages and the river, every day."), $"<main><h1>News from the town and the villages</h1>{Teasers(14)}</main>") },
        { "section front whose first teaser is the description", Page(Description(Teaser(1)), $"<main><h1>News from the town and the villages</h1>{Teasers(14)}</main>") },
        { "notice of a few lines", Page(Claim, $"<article><h1>{Headline}</h1><p>The river bridge closes for repairs from Monday on, and whoever wants to know more about its closing will find it in tomorrow's paper, the Town Crier says.</p></article>") },
        { "short claim", Page(Claim, $"<article><h1>{Headline}</h1><p>The river bridge closes for repairs, the council said.</p></article>") },
        { "section front that claims to be an article", Page(Claim, $"<main><h1>Council of the village and the river bridge</h1>{Teasers(14)}</main>") },
        { "empty shell", Page(Claim, "<div id=root></div><script>render()</script>") },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Judge_PageWithoutArticle_TakesNothing(string kind, string page) =>
        Assert.True(FallbackCalls.Kept(page) is [], $"{kind}: {string.Join(" | ", FallbackCalls.Kept(page))}");

    private static string Page(string head, string body) => $"<!doctype html><html lang=en><head><title>{Headline} | The Town Crier</title>{head}</head><body>{body}</body></html>";

    private static string Description(string text) => $"<meta name=description content=\"{text}\">";

    private static string Teaser(int i) => $"The council of village number {i} voted on Monday evening to keep its bridge closed until spring, after a long debate.";

    private static string Teasers(int count) => string.Concat(Enumerable.Range(1, count).Select(i => $"<div class=teaser><h3><a href=/local/{i}>Council of village {i} votes to keep the river bridge closed</a></h3><p>{Teaser(i)}</p></div>"));
}
