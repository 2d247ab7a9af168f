using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Cleaning;

public class MojibakeTests
{
    [Fact]
    public void Clean_Utf8ReadAsWindows1252_IsRepairedAndAccountedFor()
    {
        const string Broken = "A headline of the article about the cafÃ©\n\nThe owner of the cafÃ© said that she couldnâ€™t believe it, â€œreallyâ€\u009D not, and that Ã¼ber is a German word after all.\n"
            + "Nobody in the town had expected the prize to go to a cafÃ© as small as hers, neither this year nor in any other year.\n";

        var article = CleanerCalls.Article(Broken, MediaKind.PlainText);

        Assert.StartsWith("The owner of the café said that she couldn’t believe it, “really” not, and that über is a German word after all.", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_TextThatMeansTheseCharacters_IsLeftAlone()
    {
        const string Meant = "The Portuguese word NÃO means no, the degree sign is Â° in broken pages only, and naïve façade déjà vu São Tomé are fine as they stand here.\n"
            + "A second paragraph of the same text goes on for long enough to be taken for what it is, a paragraph of an article.\n";

        Assert.Contains("broken pages only, and naïve façade déjà vu São Tomé", CleanerCalls.Article(Meant, MediaKind.PlainText).Text, StringComparison.Ordinal);
    }
}
