using Pipeline.Articles.Cleaning.Learning;

namespace Pipeline.Articles.Tests.Cleaning;

public class BoostedTreesTests
{
    [Fact]
    public void Predict_EveryRow_TakesTheLeafThatItsFeaturesSay()
    {
        // One tree of two questions: feature 0 above 1, feature 1 above 5; the first question is the higher bit.
        var trees = new BoostedTrees(2, 0.5f, [0, 1], [1f, 5f], [1f, 2f, 4f, 8f]);
        using var table = new FeatureTable(9);
        var first = table.Add();
        var second = table.Add();
        for (var i = 0; i < 9; i++)
        {
            first[i] = i % 2 == 0 ? 0 : 2;
            second[i] = i < 5 ? 0 : 9;
        }

        var scores = trees.Predict(table);

        Assert.Equal([1.5f, 4.5f, 1.5f, 4.5f, 1.5f, 8.5f, 2.5f, 8.5f, 2.5f], scores[..9]);
    }

    [Fact]
    public void Predict_SixQuestions_TakesTheSameLeavesAsOneRowAtATime()
    {
        const int Depth = 6;
        const int Trees = 40;
        const int Columns = 7;
        const int Rows = 101;
        var random = new Random(6);
        var features = Enumerable.Range(0, Trees * Depth).Select(_ => random.Next(Columns)).ToArray();
        var bars = features.Select(_ => random.Next(10) / 10f).ToArray();
        var leaves = Enumerable.Range(0, Trees << Depth).Select(_ => (float)random.Next(-100, 100)).ToArray();
        using var table = new FeatureTable(Rows);
        for (var c = 0; c < Columns; c++)
        {
            foreach (ref var value in table.Add())
            {
                value = random.Next(11) / 10f;
            }
        }

        var scores = new BoostedTrees(Depth, 1, features, bars, leaves).Predict(table);

        for (var row = 0; row < Rows; row++)
        {
            var expected = 1f;
            for (var tree = 0; tree < Trees; tree++)
            {
                var leaf = 0;
                for (var level = tree * Depth; level < (tree + 1) * Depth; level++)
                {
                    leaf = (leaf << 1) | (table.Column(features[level])[row] > bars[level] ? 1 : 0);
                }

                expected += leaves[(tree << Depth) + leaf];
            }

            Assert.Equal(expected, scores[row]);
        }
    }

    [Fact]
    public void Read_WhatWriteWrote_PredictsTheSame()
    {
        var trees = new BoostedTrees(1, -0.25f, [0], [0.5f], [0.125f, -2f]);
        using var stream = new MemoryStream();
        trees.Write(new BinaryWriter(stream));
        stream.Position = 0;
        var again = BoostedTrees.Read(new BinaryReader(stream));
        using var table = new FeatureTable(2);
        table.Add()[1] = 1;

        Assert.Equal(trees.Predict(table), again.Predict(table));
    }
}
