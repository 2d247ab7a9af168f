using Pipeline.Articles.Fingerprints;

namespace Pipeline.Articles.Tests.Fingerprints;

public sealed class AlignmentTests
{
    [Fact]
    public void Of_SameText_HasNoBreaksAndNoChanges() =>
        Assert.Equal(new Alignment(0, 0, 0), Align(Facts(1, 2, 3, 4, 5, 6), Facts(1, 2, 3, 4, 5, 6)));

    [Fact]
    public void Of_OtherFactInItsPlace_IsAChangeAndNoBreak() =>
        Assert.Equal(new Alignment(0, 1, 0), Align(Facts(1, 2, 99, 4, 5), Facts(1, 2, 98, 4, 5)));

    [Fact]
    public void Of_OtherFrameInItsPlace_IsAChangeOfTheFrame()
    {
        var (first, second) = (Facts(1, 2, 4, 5), Facts(1, 2, 4, 5));
        var frame = new BottomHashes(1, [50], [12]);
        var others = new BottomHashes(1, [51], [12]);
        Assert.Equal(new Alignment(0, 0, 1), Align(first with { Frame = frame }, second with { Frame = others }));
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(1, 0)]
    public void Of_PassageThatTheOtherLacks_IsABreakWhenTheLengthsDiffer(int longer, int breaks)
    {
        var (first, second) = (Placed((1, 10), (2, 20), (3, 60)), Placed((1, 10), (2, 20), (3, 60 + longer), (4, 30), (5, 35), (6, 40)));
        Assert.Equal(breaks, Align(first, second).Breaks);
    }

    [Fact]
    public void Of_MovedPassage_LinksWhatKeptItsOrder()
    {
        // 1 and 2 were moved behind 7; the rest is in order and whole.
        var moved = Placed((3, 5), (4, 10), (5, 15), (6, 20), (7, 25), (1, 30), (2, 35));
        Assert.Equal(new Alignment(0, 0, 0), Align(Facts(1, 2, 3, 4, 5, 6, 7), moved));
    }

    private static Alignment Align(Sketch first, Sketch second) => Alignment.Of(
        first, second, (first.Facts.Count, second.Facts.Count), first.Frame.Count);

    private static Sketch Facts(params int[] hashes) => Placed([.. hashes.Select((hash, index) => (hash, index * 5 + 5))]);

    private static Sketch Placed(params (int Hash, int Place)[] placed)
    {
        var sorted = placed.OrderBy(one => one.Hash).ToList();
        return new Sketch(
            ShingleMode.Facts,
            new BottomHashes(sorted.Count, [.. sorted.Select(one => (ulong)one.Hash)], [.. sorted.Select(one => one.Place)]),
            BottomHashes.None);
    }
}
