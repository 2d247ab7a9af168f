using System.Text.Json;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Cleaning.Scripts;

/// <summary>Pages that show the beginning of their article, the whole of which a script's data hold.</summary>
public class ScriptedBodyTests
{
    private const string Notice = "The Town Crier has been read by the people of this town for a hundred and fifty years, every day of the week but Sunday.";
    private static readonly string[] Paragraphs = [.. Enumerable.Range(1, 12).Select(i =>
        $"Engineers looked at bridge number {i} of the city in March, \u201cits railing, its deck and each of its {i + 3} arches\u201d, and found cracks in two of them, the council said.")];

    public static TheoryData<string, string> States => new()
    {
        { "type and value", State(Paragraphs.Select(p => new { type = "paragraph", data = new { }, content = new[] { new { type = "text", value = p } } })) },
        { "type and text", State(Paragraphs.Select(p => new { _type = "block", children = new object[] { new { _type = "span", text = p[..60] }, new { _type = "span", text = p[60..] } } })) },
        { "text beside its type", State(Paragraphs.Select(p => new { text = p, type = "unstyled" })) },
        { "pictures between", State(Paragraphs.SelectMany(p => new object[] { new { type = "paragraph", content = new[] { new { value = p } } }, new { type = "media", photo = new { value = "A bridge, seen from the river." } } })) },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void Clean_ScriptHoldsTheRestOfTheArticle_TakesAllOfItFromTheScript(string kind, string state)
    {
        var page = Page(Paragraphs[..2], state);

        var article = CleanerCalls.Article(page, MediaKind.Html);

        Assert.True(Paragraphs.SequenceEqual(article.Text.Split("\n\n")), $"{kind}: {article.Text}");
    }

    [Fact]
    public void Clean_ArticleFromAScript_AccountsForAll()
    {
        var page = Page(Paragraphs[..2], """<script type="application/json">{"body":[""" + string.Join(',', Paragraphs.Select(p => $$"""{"type":"p","text":"{{p}}"}""")) + "]}</script>");

        AuditChecks.AccountsForAll(page, CleanerCalls.Article(page, MediaKind.Html));
    }

    [Fact]
    public void Clean_LineOfFurnitureInTheScript_IsRemoved()
    {
        string[] withLink = [.. Paragraphs[..5], "Read more: River bridge closes for a year", .. Paragraphs[5..]];

        var article = CleanerCalls.Article(Page(Paragraphs[..2], State(withLink.Select(p => new { type = "paragraph", text = p }))), MediaKind.Html);

        Assert.Equal(Paragraphs, article.Text.Split("\n\n"));
    }

    [Fact]
    public void Clean_PageShowsTheWholeArticle_KeepsThePagesOwn()
    {
        var page = Page(Paragraphs, State(Paragraphs.Select(p => new { type = "paragraph", text = p })));

        var article = CleanerCalls.Article(page, MediaKind.Html);

        Assert.Equal(Paragraphs, article.Text.Split("\n\n"));
        Assert.True(article.Audit.Offsets.ToRaw(0) < page.IndexOf("<script", StringComparison.Ordinal));
    }

    [Fact]
    public void Clean_ScriptHoldsStringsOfAllKinds_KeepsThePagesOwn()
    {
        var strings = Paragraphs.SelectMany(p => new[] { p, "/assets/js/tabs.js", "Reactive" });

        var article = CleanerCalls.Article(Page(Paragraphs[..4], State(strings)), MediaKind.Html);

        Assert.Equal(Paragraphs[..4], article.Text.Split("\n\n"));
    }

    private static string State<T>(IEnumerable<T> body) =>
        $"<script id=state type='application/json'>{JsonSerializer.Serialize(new { props = new { other = new[] { Notice }, story = new { headline = "Bridges", body } } })}</script>";

    private static string Page(IEnumerable<string> shown, string state) =>
        $"<!doctype html><html lang=en><head><title>Bridges of the city closed | The Town Crier</title></head><body><nav><a href=/>Home</a> <a href=/sport>Sport</a></nav><article><h1>Bridges of the city closed</h1>{string.Concat(shown.Select(p => $"<p>{p}</p>"))}</article><footer><p>{Notice}</p></footer>{state}</body></html>";
}
