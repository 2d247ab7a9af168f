using System.Text;
using Pipeline.Articles.Fingerprints;

namespace Pipeline.Articles.Tests.Fingerprints;

public sealed class SketchTests
{
    private static readonly CompositeFormat Match = CompositeFormat.Parse(
        "{0} beat {1} {2} on {3} in front of a crowd of {4} at the municipal stadium to move up to {5} place in the table.\n\n"
        + "{6} opened the scoring in minute {7} with a low shot into the bottom corner after good work down the left side of the pitch.\n\n"
        + "The home side doubled its efforts after the break, but the visitors defended well and looked dangerous on the counter-attack.\n\n"
        + "{8} had a chance to level matters in minute {9}, but his header from close range went over the bar and out of the ground.\n\n"
        + "The manager said afterwards that the lads gave everything and that nobody could ask for more from them in this league.");

    [Fact]
    public void Decode_WhatEncodeWrote_IsTheSame()
    {
        var sketch = Fingerprinter.Of("", Filled(1)).Sketch;
        var decoded = Sketch.Decode(sketch.Mode, sketch.Facts.Count, sketch.Frame.Count, sketch.Encode());
        Assert.Equal(sketch.Facts.Hashes, decoded.Facts.Hashes);
        Assert.Equal(sketch.Frame.Hashes, decoded.Frame.Hashes);
        Assert.Equal(sketch.Facts.Places, decoded.Facts.Places);
        Assert.Equal(sketch.Frame.Places, decoded.Frame.Places);
    }

    [Theory]
    [InlineData("AAA")]
    [InlineData("not base64 at all!")]
    [InlineData("AAAAAAA")]
    public void Decode_CutOrForeignText_Throws(string encoded) =>
        Assert.Throws<FormatException>(() => Sketch.Decode(ShingleMode.Facts, 40, 0, encoded));

    [Fact]
    public void Between_OtherFactsInOneFrame_IsNoCopy()
    {
        for (var seed = 0; seed < 40; seed++)
            Assert.False(Compare(Filled(seed), Filled(seed + 1000)).IsCopy);
    }

    [Fact]
    public void Between_SameFactsInAnEditedFrame_IsCopy()
    {
        for (var seed = 0; seed < 40; seed++)
            Assert.True(Compare(Filled(seed), Filled(seed).Replace("municipal", "city").Replace("good work", "fine play").Replace("nobody could", "no one could")).IsCopy);
    }

    [Fact]
    public void Between_DifferentModes_IsNull() => Assert.Null(SketchSimilarity.Between(
        Fingerprinter.Of("", Filled(1)).Sketch, Fingerprinter.Of("", new string('\u4E2D', 20) + "\u56FD\u4EBA\u6C11").Sketch));

    [Fact]
    public void BottomSelection_AnyHashes_EqualsSortingThem()
    {
        var random = new Random(2);
        for (var run = 0; run < 300; run++)
        {
            // Few different values now and then, so that shares overflow into the general sort.
            var range = 1L << random.Next(2, Hashing.ShingleBits + 1);
            var hashes = Enumerable.Range(0, random.Next(2000)).Select(_ => (ulong)random.NextInt64(range)).ToArray();
            var expected = hashes.Distinct().Order().ToArray();
            var placed = hashes.Select((hash, place) => PlacedHash.Of(hash << (64 - Hashing.ShingleBits), place)).ToArray();
            var bottom = BottomSelection.Of(placed, new ulong[hashes.Length], Sketch.Size);
            Assert.Equal(expected.Length, bottom.Count);
            Assert.Equal(expected.Take(Sketch.Size), bottom.Hashes);
            Assert.Equal(bottom.Hashes.Select(hash => Array.IndexOf(hashes, hash)), bottom.Places);
        }
    }

    [Fact]
    public void SharedShingles_EditedCopy_ShowsWhatChanged()
    {
        var shared = SharedShingles.Of("It was said that Rome lost 12 ships near Malta", "It was said that Rome lost 14 ships near Malta", 10);
        Assert.Contains("that rome lost", shared.Shared);
        Assert.Contains("lost 12 ships", shared.OnlyFirst);
        Assert.Contains("lost 14 ships", shared.OnlySecond);
    }

    private static SketchSimilarity Compare(string first, string second) =>
        SketchSimilarity.Between(Fingerprinter.Of("", first).Sketch, Fingerprinter.Of("", second).Sketch)!;

    private static string Filled(int seed)
    {
        var random = new Random(seed);
        return string.Format(null, Match, Enumerable.Range(0, 10).Select(_ => (object)Fact()).ToArray());

        string Fact() => random.Next(2) == 0
            ? random.Next(10_000).ToString("D", null)
            : (char)('A' + random.Next(26)) + string.Concat(Enumerable.Range(0, 5).Select(_ => (char)('a' + random.Next(26))));
    }
}
