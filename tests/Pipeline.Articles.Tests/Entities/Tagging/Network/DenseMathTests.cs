using Pipeline.Articles.Entities.Tagging.Network;

namespace Pipeline.Articles.Tests.Entities.Tagging.Network;

public sealed class DenseMathTests
{
    [Theory]
    [InlineData(1, 5, 8)]
    [InlineData(3, 7, 24)]
    [InlineData(4, 80, 40)]
    [InlineData(9, 64, 192)]
    public void MultiplyAdd_AnyShape_AsTheSumsSay(int count, int ins, int outs)
    {
        var random = new Random(count);
        var (x, w, y) = (Draw(random, count * ins), Draw(random, ins * outs), Draw(random, count * outs));
        var expected = y.Select((start, i) => start + Enumerable.Range(0, ins).Sum(k => x[(i / outs * ins) + k] * w[(k * outs) + (i % outs)])).ToArray();
        DenseMath.MultiplyAdd(x, w, y, count, ins, outs);
        Assert.All(expected.Zip(y), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Fact]
    public void MultiplyAdd_ManyTokensOrOneByOne_TheSameBits()
    {
        var random = new Random(5);
        var (x, w) = (Draw(random, 7 * 80), Draw(random, 80 * 192));
        var (together, alone) = (new float[7 * 192], new float[7 * 192]);
        DenseMath.MultiplyAdd(x, w, together, 7, 80, 192);
        for (var t = 0; t < 7; t++)
            DenseMath.MultiplyAdd(x.AsSpan(t * 80), w, alone.AsSpan(t * 192), 1, 80, 192);
        Assert.Equal(together, alone);
    }

    [Fact]
    public void AddScaled_ShorterTarget_OnlyThatMuch()
    {
        var target = new float[8];
        DenseMath.AddScaled(2, Enumerable.Range(0, 16).Select(i => (float)i).ToArray(), target);
        Assert.Equal([0, 2, 4, 6, 8, 10, 12, 14], target);
    }

    private static float[] Draw(Random random, int size) => [.. Enumerable.Range(0, size).Select(_ => (random.NextSingle() * 2) - 1)];
}
