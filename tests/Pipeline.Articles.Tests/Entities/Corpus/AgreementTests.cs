using System.Globalization;
using Pipeline.Benchmarks.Entities.Corpus;

namespace Pipeline.Articles.Tests.Entities.Corpus;

public class AgreementTests
{
    private static readonly CorpusArticle First = CorpusMarkup.Read("a", "[PER Ama Boateng] of [ORG Volta Research] in [LOC Ho], [LOC Ghana]");
    private static readonly CorpusArticle Second = CorpusMarkup.Read("a", "[PER Ama Boateng] of [ORG Volta] Research in [LOC Ho], [ORG Ghana]");

    [Fact]
    public void Between_TwoPasses_CountsExactSpansOfTheSameType()
    {
        var rows = Agreement.Between([First], [Second]);

        Assert.Equal(
            [new("all", 4, 4, 2), new("PER", 1, 1, 1), new("LOC", 2, 1, 1), new("ORG", 1, 2, 0), new("NORP", 0, 0, 0)],
            rows);
        Assert.Equal([0.5, 1, 2.0 / 3, 0, 1], rows.Select(row => row.F1));
    }

    [Fact]
    public void Between_DifferentArticles_Throws() =>
        Assert.Throws<ArgumentException>(() => Agreement.Between([First], [Second with { Id = "b" }]));

    [Fact]
    public void Differences_TwoPasses_NamesWhatEitherHasAlone() => Assert.Equal(
        [("Volta Research", true), ("Volta", false), ("Ghana", true), ("Ghana", false)],
        Agreement.Differences([First], [Second]).Select(difference => (difference.Name, difference.IsFirst)).OrderBy(pair => pair.Name[0] == 'G' ? 1 : 0));

    /// <summary>The tables still fit the texts, and the README says what they give.</summary>
    [Theory]
    [InlineData("first-pass.tsv", "second-pass.tsv")]
    [InlineData("first-pass-north.tsv", "second-pass-north.tsv")]
    [InlineData("first-pass-south.tsv", "second-pass-south.tsv")]
    public void Between_PassesInRepository_IsAsTheReadmeSays(string first, string second)
    {
        var corpus = CorpusArticles.Read();
        var room = Path.GetDirectoryName(CorpusArticles.DefaultFolder)!;
        var readme = File.ReadAllText(Path.Combine(room, "README.md"));

        var rows = Agreement.Between(
            SpanTable.Read(Path.Combine(room, first), corpus), SpanTable.Read(Path.Combine(room, second), corpus));

        Assert.All(rows, row => Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"| {row.Type} | {row.First} | {row.Second} | {row.Both} | {100 * row.F1:F1} |"),
            readme,
            StringComparison.Ordinal));
    }

    [Fact]
    public void SpanTable_WrittenAndRead_IsTheSame()
    {
        var file = Path.GetTempFileName();
        try
        {
            SpanTable.Write(file, [Second]);

            var again = Assert.Single(SpanTable.Read(file, [First]));
            Assert.Equal(Second.Spans, again.Spans);
            Assert.Contains("does not stand at", Fault(First with { Text = "X" + First.Text }), StringComparison.Ordinal);
            Assert.Contains("no article", Fault(First with { Id = "b" }), StringComparison.Ordinal);
            File.AppendAllText(file, "a\t1\n");
            Assert.Contains("is not id", Fault(First), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }

        string Fault(CorpusArticle corpus) => Assert.Throws<FormatException>(() => SpanTable.Read(file, [corpus])).Message;
    }
}
