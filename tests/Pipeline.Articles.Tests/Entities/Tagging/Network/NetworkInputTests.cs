using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Entities.Tagging.Network;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.Tests.Entities.Tagging.Network;

public sealed class NetworkInputTests
{
    [FsCheck.Xunit.Property]
    public void Write_AnyText_RowsOfTheTables(string? text) => AssertRows(text ?? "");

    [Theory]
    [InlineData("Sheikh Mohammed bin Rashid Al Maktoum University of Dubai (MBRU) said on Monday that Al Maktoum")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Write_ManyFacts_RowsOfTheTables(string text) => AssertRows(text);

    private static void AssertRows(string text)
    {
        var document = DocumentWords.Of(new TokenLine(text, Tokeniser.Read(text)));
        var (grams, facts) = (new ushort[NetworkInput.MostGrams], new ushort[NetworkInput.MostFacts]);
        for (var at = 0; at < document.Words.Length; at++)
        {
            var pieces = NetworkInput.WriteGrams(document.Line.Tokens[at], document.Line.Word(at), grams);
            var known = NetworkInput.WriteFacts(document, at, facts);
            Assert.InRange(pieces, 1, grams.Length);
            Assert.All(grams[..pieces], row => Assert.InRange(row, 0, NetworkShape.GramRows - 1));

            // Above stand the facts of styles, which no text has.
            Assert.All(facts[..known], row => Assert.InRange(row, 0, NetworkInput.Styles - 1));
        }
    }
}
