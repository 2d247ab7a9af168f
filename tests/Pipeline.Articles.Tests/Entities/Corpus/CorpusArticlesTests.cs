using System.Text.RegularExpressions;
using Pipeline.Articles.Tokens;
using Pipeline.Benchmarks.Entities.Corpus;

namespace Pipeline.Articles.Tests.Entities.Corpus;

/// <summary>The articles in the repository are whole. That their names are right, only readers can tell.</summary>
public partial class CorpusArticlesTests
{
    private static readonly IReadOnlyList<CorpusArticle> Articles = CorpusArticles.Read();

    [Fact]
    public void Read_Repository_EveryArticleIsOfAnArticlesLengthAndHasNames()
    {
        Assert.True(Articles.Count >= 150, $"{Articles.Count} articles");
        Assert.All(Articles, article => Assert.InRange(article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 90, 400));
        Assert.All(Articles, article => Assert.Contains(article.Spans, span => span.Type == "ORG"));
    }

    [Fact]
    public void Read_Repository_SpansAreTrimmedOrderedAndCutNoWord() => Assert.All(Articles, article =>
    {
        var before = 0;
        foreach (var (start, end, type) in article.Spans)
        {
            var name = article.Text[start..end];
            Assert.True(start >= before && name.Length > 0 && name.Trim(' ', '\n', ',', ';', ':', '"', '“', '”') == name, name);
            Assert.False(start > 0 && char.IsLetterOrDigit(article.Text[start - 1]), $"{article.Id}: {name} begins inside a word");
            Assert.False(end < article.Text.Length && char.IsLetterOrDigit(article.Text[end]), $"{article.Id}: {name} ends inside a word");
            Assert.Contains(type, CorpusMarkup.Types);
            before = end;
        }
    });

    /// <summary>A name that cuts a token in two cannot be learnt from.</summary>
    [Fact]
    public void Read_Repository_NamesBeginAndEndWithTokens() => Assert.Empty(
        from article in Articles
        let tokens = Tokeniser.Read(article.Text)
        let starts = tokens.Select(token => token.Start).ToHashSet()
        let ends = tokens.Select(token => token.End).ToHashSet()
        from span in article.Spans
        where !starts.Contains(span.Start) || !ends.Contains(span.End)
        select $"{article.Id}: {article.Text[span.Start..span.End]}");

    [Fact]
    public void Read_Repository_NoMarkupIsLeftInTheText() =>
        Assert.All(Articles, article => Assert.DoesNotMatch(Leftover(), article.Text));

    [Fact]
    public void Read_Repository_WritesBackToTheSameMarkup()
    {
        foreach (var file in Directory.GetFiles(CorpusArticles.DefaultFolder, "*.txt"))
        {
            var content = File.ReadAllText(file).ReplaceLineEndings("\n");
            var again = string.Join("\n", CorpusArticles.ReadFile(content, file).Select(article => $"=== {article.Id}\n{CorpusMarkup.Write(article)}\n"));
            Assert.Equal(content, again);
        }
    }

    [Theory]
    [InlineData("Stray text\n=== a\nText", "before its first")]
    [InlineData("=== a\n\n=== b\nText", "without text: a")]
    [InlineData("=== \nText", "without id")]
    public void ReadFile_BrokenFile_SaysWhichAndWhat(string content, string what)
    {
        var fault = Assert.Throws<FormatException>(() => CorpusArticles.ReadFile(content, "x.txt").ToList());

        Assert.Contains("x.txt", fault.Message, StringComparison.Ordinal);
        Assert.Contains(what, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SameIdInTwoFiles_Throws()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "a.txt"), "=== same\nText\n");
            File.WriteAllText(Path.Combine(folder.FullName, "b.txt"), "=== same\nOther text\n");

            Assert.Contains("same", Assert.Throws<FormatException>(() => CorpusArticles.Read(folder.FullName)).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"\b(PER|LOC|ORG|NORP) |(?<!\\)\\")]
    private static partial Regex Leftover();
}
