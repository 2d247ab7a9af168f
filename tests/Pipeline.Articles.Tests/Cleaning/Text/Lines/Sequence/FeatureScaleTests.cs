using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Text.Lines.Sequence;

namespace Pipeline.Articles.Tests.Cleaning.Text.Lines.Sequence;

public sealed class FeatureScaleTests
{
    [Fact]
    public void Fill_ValuesOfAnySize_AreLogarithmsInDeviationsWithinBounds()
    {
        using var table = new FeatureTable(3);
        var first = table.Add();
        var second = table.Add();
        (first[0], first[1], first[2]) = (0, MathF.E - 1, 1 - MathF.E);
        (second[0], second[1], second[2]) = (0, MathF.E - 1, 1e9f);
        var rows = new float[3 * SequenceShape.Features];

        new FeatureScale([0, 1], [1, 2]).Fill(table, [1, -1, 99], rows);

        Assert.Equal([0f, -2f, 0.5f, 0f], rows[..4], (a, b) => MathF.Abs(a - b) < 1e-5f);
        Assert.Equal([1f, 0f, -0.5f, 0f], rows[SequenceShape.Features..(SequenceShape.Features + 4)], (a, b) => MathF.Abs(a - b) < 1e-5f);
        Assert.Equal([-1f, 4f, 3f, 0f], rows[(2 * SequenceShape.Features)..((2 * SequenceShape.Features) + 4)], (a, b) => MathF.Abs(a - b) < 1e-5f);
    }

    [Fact]
    public void Fill_ManyLines_EachHasItsOwnValue()
    {
        const int Lines = 19;
        using var table = new FeatureTable(Lines);
        table.Add();
        var column = table.Add();
        for (var i = 0; i < Lines; i++)
        {
            column[i] = MathF.Exp(i / 8f) - 1;
        }

        var rows = new float[Lines * SequenceShape.Features];
        new FeatureScale([0, 0], [1, 1]).Fill(table, new float[Lines], rows);

        for (var i = 0; i < Lines; i++)
        {
            Assert.Equal(i / 8f, rows[(i * SequenceShape.Features) + 1], 1e-5f);
            Assert.Equal(0, rows[i * SequenceShape.Features]);
        }
    }
}
