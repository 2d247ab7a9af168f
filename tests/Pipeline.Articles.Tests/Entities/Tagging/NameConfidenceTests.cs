using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Articles.Tests.Entities.Tagging;

public sealed class NameConfidenceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(1.001)]
    public void Of_LineThroughTheOrigin_TheMarginalItselfWithinZeroAndOne(double marginal) =>
        Assert.Equal(Math.Clamp(marginal, 0, 1), new NameConfidence([1], [0]).Of(0, marginal), 3);

    [Fact]
    public void Of_FlatterSlope_NearerToHalf() => Assert.InRange(new NameConfidence([0.5f], [0]).Of(0, 0.9), 0.7, 0.8);
}
