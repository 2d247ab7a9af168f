using Pipeline.Articles.Fingerprints;

namespace Pipeline.Articles.Tests.Fingerprints;

/// <summary>What became of the words between the facts tells forms and quotations from copies.</summary>
public sealed class CopyThresholdTests
{
    private static readonly string[] Frame =
    [
        "{0} will see a high near {1} degrees on {2}, said the forecast for the whole area that was given out in the morning. ",
        "The winds of {3} will slowly turn at {4} kilometres per hour, and the night brings lows of about {5} in most of the valleys. ",
        "Those who live in low places near {6} are told to watch the local media and to stay away from the roads in any flood of {7}. ",
        "The index at {8} will be moderate at {9}, so that those who burn easily should use sunscreen and wear long clothes outside. ",
        "For what is closed on {10} see the site of the county, or ask the office of {11} that looks after the roads at all times. ",
    ];

    private readonly Random _random = new(29);

    [Fact]
    public void Between_OneFormWithSomeFactsTheSameAndAParagraphLess_IsNoCopy()
    {
        for (var run = 0; run < 60; run++)
        {
            var facts = Facts();
            var others = Facts();
            // A third of the facts are the same by chance.
            for (var index = 0; index < facts.Length; index += 3)
                others[index] = facts[index];
            var similarity = Compare(Fill(Frame, facts), Fill(Frame[..4], others));
            Assert.False(similarity.IsCopy);
        }
    }

    [Fact]
    public void Between_FactsAndFrameStruckAlike_IsCopy()
    {
        for (var run = 0; run < 60; run++)
        {
            var text = Fill(Frame, Facts());
            var words = text.Split(' ');
            for (var index = 3 + _random.Next(4); index < words.Length; index += 11)
                words[index] += "x";
            Assert.True(Compare(text, string.Join(' ', words)).IsCopy);
        }
    }

    [Fact]
    public void Between_ArticlesThatShareOneSentenceOfFacts_AsksForNearlyAll()
    {
        for (var run = 0; run < 60; run++)
        {
            // They stand in one sentence; all that surrounds it is each article's own.
            var quoted = "Asked about it, " + string.Join(' ', Facts()) + " were named in the letter. ";
            var similarity = Compare(quoted + Plain(90) + Facts()[0], Plain(50) + quoted + Plain(90) + string.Join(' ', Facts()));
            Assert.True(similarity.Containment > 0.5);
            Assert.True(similarity.Threshold >= 0.9);
        }
    }

    [Fact]
    public void IsTemplate_FrameOfFewHashes_TellsNothing() =>
        Assert.False(CopyThreshold.IsTemplate(new Alignment(0, 20, 0), sharedFacts: 20, sharedFrame: CopyThreshold.MinFrame - 1));

    [Theory]
    [InlineData(10, 0, true)]
    [InlineData(10, 10, false)]
    [InlineData(2, 0, false)]
    public void IsTemplate_ChangesOfFactsAndFrame_NeedsFactsChangedAlone(int facts, int frame, bool expected) =>
        Assert.Equal(expected, CopyThreshold.IsTemplate(new Alignment(0, facts, frame), sharedFacts: 20, sharedFrame: 40));

    private static SketchSimilarity Compare(string first, string second) =>
        SketchSimilarity.Between(Fingerprinter.Of("", first).Sketch, Fingerprinter.Of("", second).Sketch)!;

    private static string Fill(IEnumerable<string> frame, string[] facts) => string.Format(null, string.Concat(frame), [.. facts]);

    private string[] Facts() =>
        [.. Enumerable.Range(0, 12).Select(index => index % 2 == 0 ? "N" + Word() : _random.Next(10_000).ToString("D", null))];

    private string Plain(int words) => "It " + string.Join(' ', Enumerable.Range(0, words).Select(_ => Word())) + ". ";

    private string Word() => string.Concat(Enumerable.Range(0, 5).Select(_ => (char)('a' + _random.Next(26))));
}
