using Pipeline.Articles.Networks;

namespace Pipeline.Articles.Tests.Networks;

public sealed class RecurrentLayerTests
{
    private const int Inputs = 40;
    private const int Hidden = 24;
    private const int Gates = Hidden * RecurrentLayer.GatesPerUnit;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_SentencesSideBySide_SameBitsAsAlone(bool backward)
    {
        var random = new Random(8);
        var layer = new RecurrentLayer(Draw(random, Inputs * Gates), Draw(random, Hidden * Gates), Draw(random, Gates));
        SentenceRun[] runs = [new(0, 3), new(3, 9), new(12, 1), new(13, 9), new(22, 5)];
        var x = Draw(random, 27 * Inputs);
        var together = Run(layer, x, runs, backward);
        foreach (var run in runs)
        {
            var alone = Run(layer, x[(run.Row * Inputs)..((run.Row + run.Count) * Inputs)], [new(0, run.Count)], backward);
            Assert.Equal(alone, together[(run.Row * Hidden)..((run.Row + run.Count) * Hidden)]);
        }
    }

    [Fact]
    public void Run_AnyDirection_StartsAtItsOwnEnd()
    {
        var random = new Random(9);
        var layer = new RecurrentLayer(Draw(random, Inputs * Gates), Draw(random, Hidden * Gates), Draw(random, Gates));
        var x = Draw(random, 6 * Inputs);
        var turned = Enumerable.Range(0, 6).Reverse().SelectMany(row => x[(row * Inputs)..((row + 1) * Inputs)]).ToArray();
        var states = Run(layer, x, [new(0, 6)], backward: true);
        Assert.Equal(states[..Hidden], Run(layer, turned, [new(0, 6)], backward: false)[(5 * Hidden)..]);
    }

    private static float[] Run(RecurrentLayer layer, float[] x, SentenceRun[] runs, bool backward)
    {
        var rows = x.Length / Inputs;
        var states = new float[rows * Hidden];
        layer.Run(x, runs.ToArray(), backward, new float[rows * Gates], new float[rows * Hidden], states);
        return states;
    }

    private static float[] Draw(Random random, int size) => [.. Enumerable.Range(0, size).Select(_ => (random.NextSingle() - 0.5f) / 4)];
}
