using System.Runtime.Intrinsics;
using Pipeline.Articles.Networks;

namespace Pipeline.Articles.Tests.Networks;

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

    [Fact]
    public void MultiplyAdd_NarrowOrWideVectors_TheSameBits()
    {
        var random = new Random(6);
        var (x, w, start) = (Draw(random, 7 * 80), Draw(random, 80 * 208), Draw(random, 7 * 208));
        var (narrow, wide) = (start.ToArray(), start.ToArray());
        MatrixProduct<Lanes256, Vector256<float>>.Add(ref x[0], ref w[0], ref narrow[0], 7, 80, 208);
        MatrixProduct<Lanes512, Vector512<float>>.Add(ref x[0], ref w[0], ref wide[0], 7, 80, 208);
        Assert.Equal(narrow, wide);
    }

    [Fact]
    public void Exp_AnyNumber_AsTheRuntimeSays()
    {
        for (var x = -87f; x < 88; x += 0.0137f)
            Assert.Equal(1, DenseMath.Exp(Vector256.Create(x))[3] / Math.Exp(x), 3e-7);
    }

    [Theory]
    [InlineData(-1000)]
    [InlineData(-90)]
    [InlineData(90)]
    [InlineData(1000)]
    public void Sigmoid_OutOfRange_NearlyZeroOrOne(float x) =>
        Assert.Equal(x < 0 ? 0 : 1, DenseMath.Sigmoid(Vector256.Create(x))[0], 1e-6f);

    private static float[] Draw(Random random, int size) => [.. Enumerable.Range(0, size).Select(_ => (random.NextSingle() * 2) - 1)];
}
