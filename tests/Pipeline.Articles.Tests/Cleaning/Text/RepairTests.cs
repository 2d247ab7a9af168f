using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Cleaning.Text;

/// <summary>What scraping broke is put right, and every repair leads back to where it came from.</summary>
public class RepairTests
{
    private const string Before = "The council of the town decided on Monday that the old bridge would be closed to all cars from the first of next month.";
    private const string After = "Until then drivers have to use the road through the neighbouring village, a detour of eleven kilometres for most of them.";

    [Theory]
    [InlineData("The baker &amp; his wife said &ldquo;nothing&rdquo; at all to the reporters&nbsp;who came.", "The baker & his wife said “nothing” at all to the reporters who came.")]
    [InlineData("The bak\u200Ber and his w\u00ADife said \uFEFFnothing at all\u2060 to the reporters who came.", "The baker and his wife said nothing at all to the reporters who came.")]
    [InlineData("The baker\u0000 and his\u0007 wife said\u001B nothing at all to the reporters who came.", "The baker and his wife said nothing at all to the reporters who came.")]
    [InlineData("The oﬃcial report ﬁnds that a ﬂood would be diﬀerent, and few would aﬄict the town.", "The official report finds that a flood would be different, and few would afflict the town.")]
    [InlineData("The baker  and\this wife\u00A0said nothing   at all to the reporters who came.", "The baker and his wife said nothing at all to the reporters who came.")]
    [InlineData("The <b>baker</b> and his <a href=\"/x\">wife</a> said nothing at all to the reporters who came.", "The baker and his wife said nothing at all to the reporters who came.")]
    public void Clean_BrokenCharacters_AreRepaired(string broken, string repaired) => Becomes(broken, repaired, MediaKind.PlainText);

    [Theory]
    [InlineData("The **baker** and _his wife_ said [nothing](http://example.org/a_(b) \"x\") at all to the `reporters` who came.", "The baker and his wife said nothing at all to the reporters who came.")]
    [InlineData("> The baker and his wife said nothing at all to the reporters who came.", "The baker and his wife said nothing at all to the reporters who came.")]
    [InlineData("![The bridge](bridge.jpg) The baker and his wife said nothing at all to the reporters who came.", "The baker and his wife said nothing at all to the reporters who came.")]
    public void Clean_MarkdownDebris_IsTakenOff(string broken, string repaired) => Becomes(broken, repaired, MediaKind.Markdown);

    [Theory]
    [InlineData("He bought an iPhone on eBay, and a McDonald meal with PayPal, as the JavaScript developers of LinkedIn do.")]
    [InlineData("The value of snake_case and of 2*3*4 and of a < b is the same in the code that she wrote last year.")]
    [InlineData("See https://example.org/News/TimesNorth?which=1&copy=2 for the list that the office has published.")]
    [InlineData("Beowulf met MacGregor and O’Brien, while DeWitt and LaSalle left the McKinsey house in El Paso.")]
    public void Clean_WhatOnlyLooksBroken_IsLeftAlone(string text) => Becomes(text, text, MediaKind.PlainText);

    [Fact]
    public void Clean_HeadlineStandingTwice_IsTheTitleAndNotInTheText()
    {
        const string Headline = "Town closes its old bridge for a whole year";
        var article = CleanerCalls.Article($"{Headline}\n{Headline}\n\n{Before}\n\n{After}\n", MediaKind.PlainText);

        Assert.Equal(Headline, article.Metadata.Title.Value);
        Assert.Equal($"{Before}\n\n{After}", article.Text);
    }

    [Fact]
    public void Clean_StandfirstStandingTwice_StandsOnce()
    {
        const string Standfirst = "Engineers have found cracks in two of the seven pillars, and repairs will take a year.";
        var article = CleanerCalls.Article($"{Standfirst}\n\n{Standfirst}\n\n{Before}\n\n{After}\n", MediaKind.PlainText);

        Assert.Equal($"{Standfirst}\n\n{Before}\n\n{After}", article.Text);
        Assert.Contains(article.Audit.Removed, r => r.Rule == "repeated");
    }

    [Fact]
    public void Clean_TextRepeatedInOneFile_StandsOnce()
    {
        const string Middle = "Repairs will take at least a year, the mayor said, and the government has promised to pay for half of them.";
        var once = $"{Before}\n\n{Middle}\n\n{After}";

        Assert.Equal(once, CleanerCalls.Article($"{once}\n\n{once}\n\n{once}\n", MediaKind.PlainText).Text);
    }

    private static void Becomes(string broken, string repaired, MediaKind kind)
    {
        var received = $"{Before}\n\n{broken}\n\n{After}\n";
        var article = CleanerCalls.Article(received, kind);

        Assert.Equal([Before, repaired, After], article.Text.Split("\n\n"));
        AuditChecks.AccountsForAll(received, article);
    }
}
