using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Cleaning.Sites;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Cleaning.Sites;

/// <summary>What the memory of a site changes, and what it must not.</summary>
public class SiteRuleTests
{
    private const string Promise = "Every morning our forty reporters walk through the streets of this town to bring its stories to your door, and we are proud of it.";

    private static readonly string[] Stories =
    [
        "The old bridge over the river will be closed from Monday, the city council said, and it will stay closed for a year.\n\nEngineers found cracks in two of its five piers in March, and nobody wanted to wait any longer than that.\n\nDrivers will have to take the motorway bridge, four kilometres to the north, until the work is done.",
        "A museum in the harbour found a map of the year 1704 behind a cupboard, its director told visitors on Friday evening.\n\nA carpenter saw the paper while he mended a floor board, and called the keeper of the collection at once.\n\nHistorians of the university date it to the last winter of the siege, when most maps were burnt.",
        "The ferry to the island sails again on Sunday after nine months in dock, the harbour office announced this morning.\n\nA new engine cut the crossing to thirty-eight minutes, and the first tickets were gone within two hours.\n\nIslanders had relied on a fishing boat and on one flight a week since the storm in February.",
        "Pupils of the school on the hill won the national prize for robots with a machine that sorts apples by their colour.\n\nThey had built it from parts of two washing machines, said their teacher, who had not believed in it at first.\n\nThe prize is a journey to Japan, where the robot will sort its first pears in the autumn.",
        "Farmers in the valley began the harvest two weeks early this year, because the spring was warmer than any before it.\n\nThe mill bought a second dryer, and hired six people who will work there until the end of September.\n\nPrices are expected to fall a little, though bakers in the town said that bread would cost the same.",
    ];

    [Fact]
    public void Clean_ParagraphThatAllArticlesOfTheSiteCarry_IsTheSites()
    {
        var memory = Learn(Stories[..3]);

        Assert.Contains(Promise, Clean(Page(Stories[3]), null).Text, StringComparison.Ordinal);
        var article = Clean(Page(Stories[3]), memory);

        Assert.DoesNotContain(Promise, article.Text, StringComparison.Ordinal);
        Assert.Contains("apples by their colour", article.Text, StringComparison.Ordinal);
        Assert.Contains(article.Audit.Removed, removed => removed.Rule == SiteRule.Name);
        Assert.Equal("=town crier@3", article.Audit.SiteMemory);
    }

    [Fact]
    public void Clean_AnyMemory_AccountsForEveryCharacter()
    {
        var page = Page(Stories[4]);

        AuditChecks.AccountsForAll(page, Clean(page, Learn(Stories[..4])));
    }

    [Fact]
    public void Clean_SameArticleAgain_DoesNotEraseItself()
    {
        var memory = Learn(Stories[..3]);

        var again = Clean(Page(Stories[0].Replace("Monday", "Tuesday", StringComparison.Ordinal)), memory);

        Assert.Contains("Engineers found cracks", again.Text, StringComparison.Ordinal);
        Assert.Contains("Drivers will have to take", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_ArticleRepostedManyTimes_DoesNotEraseItself()
    {
        var memory = SiteSketch.Empty;
        for (var i = 0; i < 10; i++)
        {
            memory = memory.With(Result(Page(Stories[0]), memory).Observation!, "post " + i, i);
        }

        Assert.Contains("Engineers found cracks", Clean(Page(Stories[0]), memory).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_ParagraphOfBackgroundInAFewOfManyArticles_Stays()
    {
        const string Background = "The harbour was founded in 1312 by merchants of three towns, and has been the heart of the region's trade ever since that time.";
        var memory = SiteSketch.Empty;
        for (var i = 0; i < 12; i++)
        {
            var own = string.Join("\n\n", Enumerable.Range(0, 3).Select(part => $"Story {Words(i, part)} went on in the district of {Words(i + 7, part)} for the whole week, as people {Words(i, part + 5)} said there."));
            memory = memory.With(Result(Page(i < 3 ? own + "\n\n" + Background : own), memory).Observation!, "article " + i, i);
        }

        Assert.Contains(Background, Clean(Page(Stories[3] + "\n\n" + Background), memory).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_SiteNeverSeen_IsAsWithoutMemory()
    {
        var plain = CleanerCalls.Article(Page(Stories[0]), MediaKind.PlainText);
        var unknown = Clean(Page(Stories[0]), null);

        Assert.Equal(plain.Text, unknown.Text);
        Assert.Equal(plain.Audit.Removed, unknown.Audit.Removed);
        Assert.Null(unknown.Audit.SiteMemory);
    }

    private static string Page(string story) => $"Menu\n\nOur headline of the day\n\n{story}\n\n{Promise}\n\nShare on Facebook\n\n© 2024 Town Crier. All rights reserved.\n";

    private static string Words(int a, int b) => string.Concat("abcdefghij"[a % 10], "kelomanupiro"[b % 12], "tuvaxo"[(a + b) % 6], "bcdfgh"[a * b % 6], "aeiou"[(a + (2 * b)) % 5]);

    private static SiteSketch Learn(IEnumerable<string> stories) =>
        stories.Select((story, i) => (story, i)).Aggregate(SiteSketch.Empty, (memory, entry) => memory.With(Result(Page(entry.story), memory).Observation!, "article " + entry.i, entry.i));

    private static CleanedArticle Clean(string page, SiteSketch? memory) => Result(page, memory).Article!;

    private static CleaningResult Result(string page, SiteSketch? memory)
    {
        var source = new SourceText { Text = page, Kind = MediaKind.PlainText, Charset = "utf-8" };
        return new ArticleCleaner(new NoLanguages()).Clean(source, new CleaningContext { Site = SiteKey.Find(source), Memory = memory is { Revision: > 0 } ? memory : null }, CancellationToken.None);
    }
}
