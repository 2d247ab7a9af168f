using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Text;

namespace Pipeline.Articles.Tests.Cleaning;

public class JoinRepairTests
{
    [Theory]
    [InlineData("New technologywhich is here. The technology is old.", "New technology which is here. The technology is old.")]
    [InlineData("The New York TimesNorth Korea reports. In North Korea it rains.", "The New York Times North Korea reports. In North Korea it rains.")]
    [InlineData("Is it true?especially now.", "Is it true? especially now.")]
    [InlineData("China is big. In China they say. A Chinahistoric bond.", "China is big. In China they say. A China historic bond.")]
    public void Repair_WithWitness_PutsTheSpaceBack(string text, string expected) => Assert.Equal(expected, Repair(text));

    [Theory]
    [InlineData("Meanwhile everywhere and elsewhere, which is worthwhile.")]
    [InlineData("YouTube and LinkedIn, PayPal and McDonald met JavaScript Tube.")]
    [InlineData("In Chinatown of China, the brand of England is grand in China.")]
    [InlineData("See http://example.org/?query=1 for more.")]
    public void Repair_WithoutWitness_LeavesTheTextAlone(string text) => Assert.Equal(text, Repair(text));

    [Fact]
    public void Repair_AWordAnywhere_IsFound()
    {
        for (var before = 0; before < 140; before++)
        {
            var start = new string('.', before);
            Assert.Equal(start + "technology which", Repair(start + "technologywhich"));
        }
    }

    private static string Repair(string text)
    {
        var (repaired, segments) = JoinRepair.Repair(text, [new Segment(0, text.Length, 0, text.Length)]);

        Assert.Equal(text.Length, segments.Sum(s => s.RawLength));
        Assert.Equal(repaired.Length, segments.Sum(s => s.CleanLength));
        return repaired;
    }
}
