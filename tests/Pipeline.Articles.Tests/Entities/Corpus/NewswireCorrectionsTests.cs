using System.Text.Json.Nodes;
using Pipeline.Benchmarks.Entities.Corpus.Newswire;

namespace Pipeline.Articles.Tests.Entities.Corpus;

public sealed class NewswireCorrectionsTests
{
    private const string Text = "Ukraine's Orange\nParty met in Kiev.";

    [Fact]
    public void Apply_DropAndAdd_ReplacesTheName()
    {
        var document = Apply("d1\tdrop\t10\t16\tLOC\tOrange", "d1\tadd\t10\t22\tORG\tOrange Party");

        Assert.Equal(["LOC 0-7", "LOC 30-34", "ORG 10-22"], Names(document));
    }

    [Fact]
    public void Apply_LearnAndLeave_ChangesTheUndecidedRanges()
    {
        var document = Apply("d1\tlearn\t0\t16\t\tUkraine's Orange", "d1\tleave\t30\t34\t\tKiev");

        Assert.Equal("[[30,34]]", document["skip"]!.ToJsonString());
    }

    [Fact]
    public void Apply_OtherDocument_ChangesNothing() =>
        Assert.Equal(Document().ToJsonString(), Apply("d2\tdrop\t10\t16\tLOC\tOrange").ToJsonString());

    [Theory]
    [InlineData("d1\tadd\t10\t16\tORG\tYellow")]
    [InlineData("d1\tadd\t30\t99\tLOC\tKiev")]
    [InlineData("d1\tdrop\t10\t16\tORG\tOrange")]
    [InlineData("d1\tlearn\t0\t7\t\tUkraine")]
    public void Apply_CorrectionOfAnotherText_SaysSo(string line) =>
        Assert.Throws<FormatException>(() => Apply(line));

    [Theory]
    [InlineData("d1\tadd\t10\t16\tORG")]
    [InlineData("d1\tmove\t10\t16\tORG\tOrange")]
    [InlineData("d1\tadd\tten\t16\tORG\tOrange")]
    [InlineData("d1\tadd\t10\t16\t\tOrange")]
    [InlineData("d1\tadd\t10\t16\tSHIP\tOrange")]
    public void Of_BrokenLine_SaysSo(string line) =>
        Assert.Throws<FormatException>(() => NewswireCorrections.Of([line]));

    [Fact]
    public void Read_TheShippedFile_HasNoBrokenLine() => Assert.NotNull(NewswireCorrections.Read());

    private static JsonObject Apply(params string[] lines) => NewswireCorrections.Of(lines).Apply(Document());

    private static JsonObject Document() => new()
    {
        ["id"] = "d1",
        ["text"] = Text,
        ["entities"] = new JsonArray(Name(0, 7), Name(10, 16), Name(30, 34)),
        ["skip"] = new JsonArray(new JsonArray(0, 16)),
    };

    private static JsonObject Name(int start, int end) => new() { ["start"] = start, ["end"] = end, ["type"] = "LOC" };

    private static IEnumerable<string> Names(JsonObject document) =>
        document["entities"]!.AsArray().Select(name => $"{name!["type"]} {name["start"]}-{name["end"]}");
}
