using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Articles.Tests.Entities.Tagging;

public sealed class ChainMarginalsTests
{
    private const int Width = TagSet.Width;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 2)]
    [InlineData(400, 3)]
    public void Run_AnyScores_MarginalsSumToOneAndMatchThePath(int count, int seed)
    {
        var (scores, transitions) = Random(count, seed);
        var chain = new ChainMarginals();
        chain.SetTransitions(transitions);
        chain.Run(scores, count);
        for (var t = 0; t < count; t++)
        {
            var sum = 0.0;
            for (var tag = 0; tag < TagSet.Count; tag++)
                sum += chain.Alpha[(t * Width) + tag] * chain.Beta[(t * Width) + tag];
            Assert.Equal(1, sum, 3);
        }
    }

    [Fact]
    public void Segment_SureScores_NearOne()
    {
        var scores = new float[3 * Width];
        scores[TagSet.Begin(2)] = scores[Width + TagSet.Inside(2)] = scores[(2 * Width) + TagSet.End(2)] = 20;
        var chain = new ChainMarginals();
        chain.SetTransitions(new float[Width * Width]);
        chain.Run(scores, 3);
        Assert.InRange(chain.Segment(0, 3, 2), 0.999, 1.001);
        Assert.InRange(chain.Segment(0, 1, 2), 0, 0.001);
    }

    private static (float[] Scores, float[] Transitions) Random(int count, int seed)
    {
        var random = new Random(seed);
        float[] Draw(int size) => [.. Enumerable.Range(0, size).Select(_ => (float)((random.NextDouble() * 10) - 5))];
        return (Draw(count * Width), Draw(Width * Width));
    }
}
