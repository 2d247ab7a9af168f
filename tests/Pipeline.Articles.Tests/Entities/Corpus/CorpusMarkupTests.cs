using FsCheck.Xunit;
using Pipeline.Benchmarks.Entities.Corpus;

namespace Pipeline.Articles.Tests.Entities.Corpus;

public class CorpusMarkupTests
{
    [Fact]
    public void Read_MarkedNames_GivesTextAndOffsets()
    {
        var article = CorpusMarkup.Read("a", "Dr [PER Nkechi Ume] of [ORG Lagos Water Board] \\[sic\\] spoke.");

        Assert.Equal("Dr Nkechi Ume of Lagos Water Board [sic] spoke.", article.Text);
        Assert.Equal([new CorpusSpan(3, 13, "PER"), new CorpusSpan(17, 34, "ORG")], article.Spans);
    }

    [Theory]
    [InlineData("[PER Ume", "never closed")]
    [InlineData("Ume] said", "none opened")]
    [InlineData("[ORG Bank of [LOC Ghana]]", "inside a name")]
    [InlineData("[MISC Eid]", "opens with none of")]
    [InlineData("[PER ]", "must have letters")]
    [InlineData("[PER  Ume]", "no blanks")]
    [InlineData("[PER Ume ]", "no blanks")]
    [InlineData("[LOC Port\nHarcourt]", "one line")]
    [InlineData("a \\ b", "backslash")]
    [InlineData("a \\", "backslash")]
    public void Read_BrokenMarkup_SaysWhatAndWhere(string markup, string what)
    {
        var fault = Assert.Throws<FormatException>(() => CorpusMarkup.Read("broken-one", "First line.\n" + markup));

        Assert.Contains(what, fault.Message, StringComparison.Ordinal);
        Assert.Contains("broken-one, line ", fault.Message, StringComparison.Ordinal);
    }

    [Property]
    public void Write_AnyTextAndSpans_ReadsBackTheSame(string?[] pieces)
    {
        var text = "";
        var spans = new List<CorpusSpan>();
        foreach (var (number, piece) in pieces.Index())
        {
            var name = (piece ?? "").Trim().ReplaceLineEndings("");
            if (number % 2 == 1 && name.Trim().Length == name.Length && name.Length > 0)
                spans.Add(new CorpusSpan(text.Length, text.Length + name.Length, CorpusMarkup.Types[number % 4]));
            text += number % 2 == 1 ? name : piece;
        }
        var article = new CorpusArticle("any", text, spans);

        var markup = CorpusMarkup.Write(article);

        var again = CorpusMarkup.Read("any", markup);
        Assert.Equal(article.Text, again.Text);
        Assert.Equal(article.Spans, again.Spans);
        Assert.Equal(markup, CorpusMarkup.Write(again));
    }
}
