using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pipeline.Articles.Cleaning.Sites;

namespace Pipeline.Articles.Tests.Cleaning.Sites;

public class SiteSketchTests
{
    [Fact]
    public void With_SameArticleTwice_CountsItOnce()
    {
        var once = SiteSketch.Empty.With(Observation([1, 2], [10, 11]), "a", 1);

        Assert.Same(once, once.With(Observation([1, 2], [10, 11]), "a", 1));
    }

    [Fact]
    public void With_SameTextUnderAnotherId_CountsItsLinesOnce()
    {
        var sketch = SiteSketch.Empty.With(Observation([1, 2], [10, 11, 12]), "a", 1).With(Observation([1, 2, 3], [10, 11, 13]), "repost", 1);

        Assert.Equal(1, sketch.Lines[1].Count);
        Assert.Equal((2, 1), (sketch.Revision, sketch.Known));
    }

    [Fact]
    public void Recall_ArticleThatIsInTheSketch_DoesNotCountItself()
    {
        var sketch = SiteSketch.Empty.With(Observation([1, 2, 10, 11], [10, 11]), "a", 1).With(Observation([1, 20, 21], [20, 21]), "b", 1);

        var again = sketch.Recall([1, 2, 10, 11]);
        var other = sketch.Recall([1, 2, 30]);

        Assert.Equal((1, 0, 0), (again.Others(1), again.Others(2), again.Others(10)));
        Assert.Equal((2, 1), (other.Others(1), other.Others(2)));
    }

    [Property(MaxTest = 200)]
    public Property With_AnyOrderOfDeliveries_GivesTheSameCounts()
    {
        // Articles of a few lines out of few, each with a body of its own; some are delivered twice.
        var article = Gen.Choose(0, 9).SelectMany(id => Gen.Constant(id));
        return Prop.ForAll(article.ListOf().Select(list => list.ToArray()).ToArbitrary(), ids =>
        {
            var forth = Merge(ids);
            var back = Merge([.. ids.Reverse()]);
            Assert.Equal(Counts(forth), Counts(back));
            Assert.Equal(ids.Distinct().Count(), forth.Known);
        });
    }

    [Fact]
    public void With_ManyArticles_StaysBoundedAndKeepsWhatAllCarry()
    {
        var sketch = SiteSketch.Empty;
        for (var i = 0; i < 500; i++)
        {
            var own = Enumerable.Range(0, 60).Select(line => (uint)((i * 100) + line + 1000)).ToArray();
            sketch = sketch.With(Observation([7, .. own], own[..8]), "article " + i, i);
        }

        Assert.InRange(sketch.Lines.Count, 1, SiteSketch.MostLines);
        Assert.InRange(sketch.Articles.Count, 1, SiteSketch.MostArticles);
        Assert.True(sketch.Recall([7]).Others(7) * 10 >= sketch.Known * 9);
        Assert.InRange(SiteSketchFormat.Write(sketch).Length, 1, 40_000);
    }

    [Fact]
    public void Format_WriteAndRead_GivesTheSameSketch()
    {
        var sketch = Merge([1, 2, 3]);

        var read = SiteSketchFormat.Read(SiteSketchFormat.Write(sketch))!;

        Assert.Equal((sketch.Revision, sketch.Known), (read.Revision, read.Known));
        Assert.Equal(Counts(sketch), Counts(read));
        Assert.Equal(sketch.Blocks, read.Blocks);
        Assert.Equal(sketch.Articles.SelectMany(article => article.Body), read.Articles.SelectMany(article => article.Body));
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 99, 1, 2, 3 })]
    [InlineData(new byte[] { 1, 0, 0 })]
    [InlineData(new byte[] { 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 255, 255, 1 })]
    public void Read_OtherBytes_IsNull(byte[] bytes) => Assert.Null(SiteSketchFormat.Read(bytes));

    private static SiteSketch Merge(int[] ids) => ids.Aggregate(SiteSketch.Empty, (sketch, id) =>
        sketch.With(Observation([1, (uint)(id % 3) + 2, (uint)id + 100], [(uint)id + 100, (uint)id + 200, (uint)id + 300]), "article " + id, id));

    private static List<(uint, int, LinePlace)> Counts(SiteSketch sketch) => [.. sketch.Lines.Select(line => (line.Key, (int)line.Value.Count, line.Value.Places)).Order()];

    private static SiteObservation Observation(uint[] lines, uint[] body) => new()
    {
        Site = "crier.example", Lines = [.. lines.Select(line => (line, LinePlace.Inside))], Blocks = [(5, true), (6, false)], Body = body,
    };
}
