using FsCheck.Xunit;
using Pipeline.Articles.Fingerprints;
using Pipeline.Benchmarks.Deduplicate;

namespace Pipeline.Articles.Tests.Fingerprints;

public sealed class FingerprinterTests
{
    [Property(MaxTest = 300)]
    public void Of_AnyCodeUnits_NeitherThrowsNorVaries(char[] units)
    {
        var text = new string(units);
        Assert.Equal(Fingerprinter.Of(text, text), Fingerprinter.Of(text, text), Same);
    }

    [Fact]
    public void Of_CasedText_CountsWhatThePlainWayCounts()
    {
        var random = new Random(11);
        string[] parts = ["The", " ", "market", " ", "Rome", ". ", "In", " ", "2026", "-", "fell", " ", "é", "naïve", "\n\n", "\"", "Said", "\u201C", "x"];
        for (var run = 0; run < 400; run++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => parts[random.Next(parts.Length)]));
            var plain = PlainFingerprint.Of(text);
            var fast = Fingerprinter.Of("", text);
            Assert.Equal((plain.Tokens, plain.Facts), (fast.Tokens, fast.Sketch.Facts.Count));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("\uD800 \uDC00 \uD83D")]
    [InlineData("word")]
    public void Of_TextWithoutShingles_HasAnEmptySketch(string text)
    {
        var fingerprint = Fingerprinter.Of("", text);
        Assert.Equal((32, 0), (fingerprint.ContentHash.Length, fingerprint.Sketch.Facts.Count));
    }

    [Fact]
    public void Of_MillionsOfCharacters_KeepsABoundedSketch()
    {
        var random = new Random(3);
        var text = string.Create(3_000_000, random, static (span, random) =>
        {
            for (var index = 0; index < span.Length; index++)
                span[index] = index % 7 == 0 ? ' ' : (char)('a' + random.Next(26) - (index % 21 == 1 ? 32 : 0));
        });
        var sketch = Fingerprinter.Of("", text).Sketch;
        Assert.Equal(Sketch.Size, sketch.Facts.Hashes.Count);
        Assert.True(sketch.Facts.Count > 100_000);
    }

    [Fact]
    public void Of_OneShingleRepeated_CountsItOnce() =>
        Assert.Equal(1, Fingerprinter.Of("", string.Concat(Enumerable.Repeat("7 ", 50_000))).Sketch.Facts.Count);

    private static bool Same(Fingerprint one, Fingerprint other) =>
        one.ContentHash == other.ContentHash && one.Sketch.Encode() == other.Sketch.Encode();
}
