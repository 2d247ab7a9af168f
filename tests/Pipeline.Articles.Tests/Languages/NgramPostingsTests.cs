using FsCheck.Xunit;
using Pipeline.Articles.Languages;

namespace Pipeline.Articles.Tests.Languages;

public sealed class NgramPostingsTests
{
    private const int Languages = 76;

    /// <summary>N-grams of one language up to all of them, so that there are lists and rows.</summary>
    [Property(MaxTest = 50)]
    public void Add_ListsAndRows_SumsAsOneByOne(int seed)
    {
        var random = new Random(seed);
        var postings = new NgramPostings(Languages);
        var expected = new int[Languages];
        var (lists, rows) = (new List<int>(), new List<int>());
        for (var i = 0; i < 200; i++)
        {
            var tags = Enumerable.Range(0, Languages).OrderBy(_ => random.Next()).Take(1 + (i % Languages)).ToArray();
            byte[] pairs = [.. tags.SelectMany(tag => new[] { (byte)tag, (byte)random.Next(200, 256) })];
            for (var p = 0; p < pairs.Length; p += 2)
            {
                expected[pairs[p]] += pairs[p + 1];
            }

            var place = postings.Add(pairs);
            (place > 0 ? lists : rows).Add(place);
        }

        var scores = new int[Languages];
        postings.AddLists([.. lists], scores);
        postings.AddRows([.. rows], scores);

        Assert.NotEmpty(lists);
        Assert.NotEmpty(rows);
        Assert.Equal(expected, scores);
    }

    [Fact]
    public void AddRows_MoreThanSumsHold_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new NgramPostings(Languages).AddRows(new int[258], new int[Languages]));
}
