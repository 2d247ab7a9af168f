using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Articles.Tests.Entities.Tagging;

public sealed class BestPathTests
{
    private const int Width = TagSet.Width;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_AnyScores_TagsThatCanFollowEachOther(int seed)
    {
        var (scores, transitions) = Random(50, seed);
        var tags = new byte[50];
        new BestPath().Find(scores, transitions, tags);
        Assert.True(TagSet.Opens(tags[0]) && TagSet.Closes(tags[^1]));
        Assert.All(tags.Zip(tags.Skip(1)), pair => Assert.True(TagSet.Follows(pair.First, pair.Second)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_TokensKeptOutside_AsIfAllWaysWereTried(int seed)
    {
        var (scores, transitions) = Random(300, seed);
        var tried = scores.ToArray();
        var random = new Random(seed);
        foreach (var t in Enumerable.Range(0, 300).Where(_ => random.Next(3) > 0))
        {
            BestPath.KeepOutside(scores.AsSpan(t * Width, Width));
            tried.AsSpan(t * Width, Width).Fill(-41);
            tried[t * Width] = 0;
        }
        var (passed, all) = (new byte[300], new byte[300]);
        var path = new BestPath();
        path.Find(scores, transitions, passed);
        path.Find(tried, transitions, all);
        Assert.Equal(all, passed);
        Assert.Contains(all, tag => tag != TagSet.Outside);
    }

    private static (float[] Scores, float[] Transitions) Random(int count, int seed)
    {
        var random = new Random(seed);
        float[] Draw(int size) => [.. Enumerable.Range(0, size).Select(_ => (float)((random.NextDouble() * 10) - 5))];
        return (Draw(count * Width), Draw(Width * Width));
    }
}
