using System.Globalization;
using Pipeline.Articles.Fingerprints;

namespace Pipeline.Articles.Tests.Fingerprints;

public sealed class ShingleSelectionTests
{
    [Theory]
    [InlineData(100, 1000)]
    [InlineData(3_000, 1000)]
    [InlineData(3_000, 12)]
    [InlineData(3_000, 5)]
    public void ToSketch_AnyText_HoldsTheSmallestOfAllShingles(int tokens, int different)
    {
        var random = new Random(tokens + different);
        for (var run = 0; run < 100; run++)
        {
            var text = string.Join(' ', Enumerable.Range(0, tokens).Select(_ => random.Next(different).ToString(CultureInfo.InvariantCulture)));
            var (all, sketch) = (Facts(text), Fingerprinter.Of("", text).Sketch);
            var distinct = all.Select(PlacedHash.HashOf).Distinct().Order().ToList();
            Assert.Equal(distinct.Take(Sketch.Size), sketch.Facts.Hashes);
            Assert.Equal(sketch.Facts.Hashes.Select(hash => all.First(one => PlacedHash.HashOf(one) == hash)).Select(PlacedHash.PlaceOf), sketch.Facts.Places);
            // In a long text the number is estimated from a sample.
            Assert.InRange(sketch.Facts.Count, 0.75 * distinct.Count, 1.3 * distinct.Count);
            Assert.Equal(distinct.Count <= Sketch.Size, sketch.Facts.Count == sketch.Facts.Hashes.Count);
        }
    }

    [Fact]
    public void ToSketch_ManyShinglesWithoutFact_HoldsTheSmallestOfThem()
    {
        var random = new Random(4);
        var words = Enumerable.Range(0, 1000).Select(_ => string.Concat(Enumerable.Range(0, 12).Select(_ => (char)('a' + random.Next(26))))).ToArray();
        var sketch = Fingerprinter.Of("", string.Join(' ', words)).Sketch;
        Assert.Equal((0, 998, Sketch.Size), (sketch.Facts.Count, sketch.Frame.Count, sketch.Frame.Hashes.Count));
        var shuffled = Fingerprinter.Of("", string.Join(' ', words.Reverse())).Sketch;
        Assert.Equal(0, BottomHashes.Compare(sketch.Frame, shuffled.Frame).Shared);
    }

    private static ulong[] Facts(string text)
    {
        using var work = Workspace.Rent();
        TextFolding.Fold(text, work.Folded);
        Shingler.Run(work.Folded, work.Edges, work.Shingles);
        return ShingleSelection.Facts(work.Shingles);
    }
}
