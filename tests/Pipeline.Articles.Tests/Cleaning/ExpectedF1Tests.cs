using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Cleaning;

public class ExpectedF1Tests
{
    private static readonly BlockView View = BlockReading.Read(
        new SourceText { Text = "<p>one two three four<p>five six seven eight<p>nine ten eleven twelve<p>and so on forth", Kind = MediaKind.Html, Charset = "utf-8" }, CancellationToken.None);

    [Fact]
    public void Threshold_SureOfEveryBlock_IsOneHalf() => Assert.Equal(0.5f, ExpectedF1.Threshold(View, [1, 1, 1, 0]), 3);

    [Fact]
    public void Threshold_UnsureOfThePage_IsHalfOfWhatCanBeHadAtBest()
    {
        // All four kept: 2 * 1.2 / (4 + 1.2) = 0.46, half of it 0.23; so the blocks at 0.3 stay.
        Assert.Equal(0.23f, ExpectedF1.Threshold(View, [0.3f, 0.3f, 0.3f, 0.3f]), 2);
    }

    [Fact]
    public void Threshold_OfFurnitureOnly_NeverSinksToIt() => Assert.True(ExpectedF1.Threshold(View, [0.01f, 0.02f, 0.01f, 0.03f]) > 0.1f);
}
