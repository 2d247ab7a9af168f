using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Tests.Cleaning;

namespace Pipeline.Articles.Tests.Seeds;

/// <summary>What of each seed goes, line by line and by which rule, read and written by hand; every other line must stay whole.</summary>
public class SeedLinesTests
{
    private static readonly Dictionary<string, Dictionary<int, string>> Removed = new()
    {
        ["000"] = new()
        {
            [1] = "menu-line", [2] = "menu-line", [4] = "title", [68] = "source-line", [70] = "view-count", [71] = "interface", [72] = "interface",
            [73] = "interface", [74] = "interface", [75] = "interface", [76] = "calendar", [77] = "calendar", [78] = "calendar", [79] = "calendar",
            [80] = "calendar", [81] = "calendar", [82] = "calendar", [83] = "calendar", [84] = "copyright", [85] = "appeal",
        },
        ["001"] = new() { [1] = "title", [9] = "hashtags" },
        ["002"] = new() { [1] = "debris", [2] = "debris", [13] = "source-line" },
        ["003"] = new() { [11] = "caption", [23] = "caption", [41] = "caption", [57] = "source-line", [59] = "appeal" },
        ["004"] = new() { [12] = "image-credit", [13] = "related-link", [14] = "related-link" },
    };

    private static readonly (string Joined, string Repaired)[] Repairs =
    [
        ("technologywhich", "technology which"), ("soldiersnor", "soldiers nor"), ("TimesNorth", "Times North"), ("struggles?especially", "struggles? especially"),
        ("Chinahistoric", "China historic"), ("tradewhile", "trade while"),
    ];

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public void Clean_Seed_KeepsEveryLineOfTheArticleAndNothingElse(string seed)
    {
        var raw = SeedFile.Read(seed);
        var kept = raw.ReplaceLineEndings("\n").Split('\n')
            .Where((line, i) => !Removed[seed].ContainsKey(i + 1) && !string.IsNullOrWhiteSpace(line))
            .Select(line => seed == "004" ? Repaired(line.Trim()) : line.Trim());

        var article = CleanerCalls.Article(raw, MediaKind.PlainText);

        Assert.Equal(kept, article.Text.Split("\n\n"));
    }

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public void Clean_Seed_NamesTheRuleOfEveryRemovedLine(string seed)
    {
        var raw = SeedFile.Read(seed);
        var article = CleanerCalls.Article(raw, MediaKind.PlainText);

        var start = 0;
        var number = 0;
        foreach (var line in raw.Split('\n'))
        {
            number++;
            if (Removed[seed].TryGetValue(number, out var rule))
            {
                // The last visible character of a line stands for it: Markdown marks before it may have a rule of their own.
                var place = start + line.TrimEnd().Length - 1;
                var span = article.Audit.Removed.Single(r => r.Span.Offset <= place && place < r.Span.End);
                Assert.True(rule == span.Rule || (rule == "debris" && span.Rule == "markdown"), $"line {number}: {span.Rule}, expected {rule}");
            }

            start += line.Length + 1;
        }
    }

    private static string Repaired(string line) =>
        Repairs.Aggregate(line, (text, repair) => text.Replace(repair.Joined, repair.Repaired, StringComparison.Ordinal));
}
