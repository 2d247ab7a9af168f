using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Cleaning.Text.Lines;
using Pipeline.Articles.Cleaning.Text.Lines.Sequence;
using Pipeline.Articles.Networks;

namespace Pipeline.Articles.Tests.Cleaning.Text.Lines.Sequence;

public sealed class SequenceNetworkTests
{
    private const int Gates = SequenceShape.Units * RecurrentLayer.GatesPerUnit;

    [Fact]
    public void Read_WhatWriteWrote_IsTheSame()
    {
        var stored = Stored(Draw(1));

        Assert.Equal(stored, Stored(SequenceNetwork.Read(new BinaryReader(new MemoryStream(stored)))));
    }

    [Fact]
    public void Score_OneOtherWord_ChangesTheLinesBeforeAndBehind()
    {
        var network = Draw(2);

        var one = Score(network, [.. Enumerable.Repeat("the storm", 9)]);
        var other = Score(network, [.. Enumerable.Repeat("the storm", 4), "subscribe", .. Enumerable.Repeat("the storm", 4)]);

        Assert.All(one.Zip(other), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void Score_LongText_IsReadInStretches()
    {
        var network = Draw(3);
        var lines = Enumerable.Range(0, SequenceShape.Stretch + 50).Select(i => "word" + (i % 7) + " of a line").ToArray();

        var scores = Score(network, lines);

        Assert.Equal(Score(network, lines[..SequenceShape.Stretch]), scores[..SequenceShape.Stretch]);
        Assert.Equal(Score(network, lines[SequenceShape.Stretch..]), scores[SequenceShape.Stretch..]);
    }

    private static float[] Score(SequenceNetwork network, string[] lines)
    {
        var words = new LineWords(lines.Length, lines.Sum(line => line.Length));
        var masks = new CharacterMasks();
        foreach (var line in lines)
        {
            masks.Fill(line);
            words.Add(line, line.Length, masks);
        }

        using var table = new FeatureTable(lines.Length);
        table.Add().Fill(1);
        return network.Score(table, words, new float[lines.Length]);
    }

    private static byte[] Stored(SequenceNetwork network)
    {
        using var stream = new MemoryStream();
        network.Write(new BinaryWriter(stream));
        return stream.ToArray();
    }

    private static SequenceNetwork Draw(int seed)
    {
        var random = new Random(seed);
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
        RecurrentLayer Layer() => new(Numbers(SequenceShape.Inputs * Gates), Numbers(SequenceShape.Units * Gates), Numbers(Gates));
        return new SequenceNetwork
        {
            Scale = new FeatureScale([0.5f], [2f]),
            Projection = Numbers(SequenceShape.Features * SequenceShape.Projection),
            ProjectionBias = Numbers(SequenceShape.Projection),
            Words = Numbers(SequenceShape.WordRows * SequenceShape.Word),
            Forward = Layer(),
            Backward = Layer(),
            Output = Numbers(((2 * SequenceShape.Units) + SequenceShape.Inputs) * SequenceShape.Outputs),
            OutputBias = Numbers(SequenceShape.Outputs),
        };
    }
}
