using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using Pipeline.Ingestion.Language.Service;

namespace Pipeline.Ingestion.Tests.Language;

public sealed class TextPiecesTests
{
    [Fact]
    public void Of_ShortText_OnePiece() =>
        Assert.Equal([new TextPiece(0, 5)], TextPieces.Of("Short"));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void Of_NothingToRead_NoPiece(string text) => Assert.Empty(TextPieces.Of(text));

    [Fact]
    public void Of_Sentences_CutAfterOne()
    {
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"Sentence {i} says something of note."));
        var pieces = TextPieces.Of(text, 300);
        Assert.True(pieces.Count > 3);
        Assert.All(pieces, piece => Assert.EndsWith(".", text.Substring(piece.Offset, piece.Length).TrimEnd(), StringComparison.Ordinal));
    }

    [Fact]
    public void Of_Paragraphs_CutAfterOne()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 20).Select(i => $"One. Two. Three. Paragraph {i}"));
        foreach (var piece in TextPieces.Of(text, 100).SkipLast(1))
            Assert.Equal('\n', text[piece.Offset + piece.Length - 1]);
    }

    [Theory]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467")]
    [InlineData("e\u0301")]
    [InlineData("\U0001F1E9\U0001F1EA")]
    [InlineData("\uD83D")]
    [InlineData("x")]
    public void Of_NoPlaceToCut_WholeTextElements(string element)
    {
        var text = new StringBuilder().Insert(0, element, 1000).ToString();
        Check(text, 77);
    }

    [Fact]
    public void Of_OneTextElementBeyondMeasure_LeftOut()
    {
        var text = "Before. " + "e" + new string('\u0301', 300_000) + " After.";
        var pieces = TextPieces.Of(text, 100);
        Assert.All(pieces, piece => Assert.True(piece.Length < 200));
        Assert.Contains(pieces, piece => text.Substring(piece.Offset, piece.Length).Contains("After", StringComparison.Ordinal));
    }

    [Property(MaxTest = 200)]
    public void Of_AnyText_CoversItInOrder(string? text) => Check(text ?? "", 7);

    private static void Check(string text, int most)
    {
        var boundaries = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
        var at = 0;
        foreach (var piece in TextPieces.Of(text, most))
        {
            Assert.True(string.IsNullOrWhiteSpace(text[at..piece.Offset]));
            var own = text.Substring(piece.Offset, piece.Length);
            Assert.True(new StringInfo(own).LengthInTextElements <= most);
            if (text.Length > most)
                Assert.True(boundaries.Contains(piece.Offset) && boundaries.Contains(piece.Offset + piece.Length));
            at = piece.Offset + piece.Length;
        }
        Assert.True(string.IsNullOrWhiteSpace(text[at..]));
    }
}
