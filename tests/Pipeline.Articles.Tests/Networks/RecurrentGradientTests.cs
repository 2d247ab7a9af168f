using Pipeline.Benchmarks.Networks;

namespace Pipeline.Articles.Tests.Networks;

public sealed class RecurrentGradientTests
{
    private const int Tokens = 6;
    private const int Inputs = 40;
    private const int Units = 24;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Learn_SmallSteps_TheLossFollowsTheGradient(bool backward)
    {
        var random = new Random(3);
        var layer = new RecurrentGradient(Inputs, Units, backward, Tokens, random);
        var x = Draw(random, Tokens * Inputs);
        var goal = Draw(random, Tokens * Units);
        double Loss() => layer.Run(x, Tokens).ToArray().Zip(goal).Sum(pair => (double)pair.First * pair.Second);

        var dx = new float[x.Length];
        Loss();
        layer.Learn(x, [.. goal], Tokens, dx);
        AssertSlope(layer.Input.Values, layer.Input.Gradient, Loss);
        AssertSlope(layer.Recurrent.Values, layer.Recurrent.Gradient, Loss);
        AssertSlope(layer.Bias.Values, layer.Bias.Gradient, Loss);
        AssertSlope(x, dx, Loss);
    }

    private static void AssertSlope(float[] values, float[] gradient, Func<double> loss)
    {
        const float Step = 2e-2f;
        for (var i = 0; i < values.Length; i += Math.Max(1, values.Length / 41))
        {
            var before = values[i];
            values[i] = before + Step;
            var above = loss();
            values[i] = before - Step;
            var below = loss();
            values[i] = before;
            Assert.Equal((above - below) / (2 * Step), gradient[i], 2e-2);
        }
    }

    private static float[] Draw(Random random, int size) => [.. Enumerable.Range(0, size).Select(_ => (random.NextSingle() * 2) - 1)];
}
