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
