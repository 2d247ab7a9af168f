using Pipeline.Articles.Fingerprints;

namespace Pipeline.Articles.Tests.Fingerprints;

/// <summary>What a copy may have of its own, and what makes an article of its own.</summary>
public sealed class StrangenessTests
{
    private readonly Random _random = new(17);

    [Fact]
    public void Between_ArticlesThatShareQuotationsOnly_IsNoCopy()
    {
        for (var run = 0; run < 30; run++)
        {
            var quotations = Passages(5, 45);
            var (first, second) = (Between(quotations, Passages(6, 36)), Between(quotations, Passages(6, 55)));
            var similarity = Compare(first, second);
            Assert.True(similarity.Strange > SketchSimilarity.MaxStrange);
            Assert.False(similarity.IsCopy);
        }
    }

    [Fact]
    public void Between_ArticlesThatShareTheirBackground_IsNoCopy()
    {
        for (var run = 0; run < 30; run++)
        {
            var background = Passages(1, 220)[0];
            Assert.False(Compare(Passages(1, 250)[0] + background, Passages(1, 320)[0] + background).IsCopy);
        }
    }

    [Fact]
    public void Between_EveryFifthWordMisread_IsCopy()
    {
        for (var run = 0; run < 30; run++)
        {
            var text = string.Concat(Passages(6, 60));
            var words = text.Split(' ');
            for (var index = _random.Next(5); index < words.Length; index += 5)
                words[index] += "x";
            var similarity = Compare(text, string.Join(' ', words));
            Assert.InRange(similarity.Containment, 0.2, 0.6);
            Assert.Equal(0, similarity.Strange, 0.1);
        }
    }

    [Fact]
    public void Between_OwnLeadAndCutTail_IsCopy()
    {
        for (var run = 0; run < 30; run++)
        {
            var passages = Passages(8, 60);
            Assert.True(Compare(string.Concat(passages), Passages(1, 50)[0] + string.Concat(passages.Skip(1).Take(4))).IsCopy);
        }
    }

    [Fact]
    public void Between_WrappedInALongPage_IsCopy()
    {
        for (var run = 0; run < 30; run++)
        {
            var text = string.Concat(Passages(4, 60));
            Assert.True(Compare(text, Passages(1, 300)[0] + text + Passages(1, 300)[0]).IsCopy);
        }
    }

    [Fact]
    public void Between_ParagraphsInAnotherOrder_IsCopy()
    {
        for (var run = 0; run < 30; run++)
        {
            var passages = Passages(8, 50);
            var other = passages.ToArray();
            _random.Shuffle(other);
            Assert.True(Compare(string.Concat(passages), string.Concat(other[..6])).IsCopy);
        }
    }

    [Fact]
    public void Between_OwnWordsInManyPlaces_IsStrangerThanInOne()
    {
        for (var run = 0; run < 30; run++)
        {
            var (release, mine, theirs) = (Passages(14, 24), Passages(15, 9), Passages(15, 13));
            var (start, end) = (string.Concat(release[..7]), string.Concat(release[7..]));
            var many = Compare(Between(release, mine), Between(release, theirs));
            var one = Compare(start + string.Concat(mine) + end, start + string.Concat(theirs) + end);
            Assert.True(many.Strange > one.Strange);
        }
    }

    [Fact]
    public void Between_TwoPassagesReplacedWhole_IsCopy()
    {
        for (var run = 0; run < 30; run++)
        {
            var (text, own) = (Passages(14, 24), Passages(2, 36));
            var other = text.ToArray();
            (other[4], other[9]) = (own[0], own[1]);
            Assert.True(Compare(string.Concat(text), string.Concat(other)).IsCopy);
        }
    }

    private static SketchSimilarity Compare(string first, string second) =>
        SketchSimilarity.Between(Fingerprinter.Of("", first).Sketch, Fingerprinter.Of("", second).Sketch)!;

    private static string Between(string[] shared, string[] own) => string.Concat(own.Zip([.. shared, ""], (mine, theirs) => mine + theirs));

    /// <summary>Sentences of invented words, every third a name.</summary>
    private string[] Passages(int count, int words) =>
        [.. Enumerable.Range(0, count).Select(_ => "It " + string.Join(' ', Enumerable.Range(0, words).Select(Word)) + ". ")];

    private string Word(int index)
    {
        var word = string.Concat(Enumerable.Range(0, 5).Select(_ => (char)('a' + _random.Next(26))));
        return index % 3 == 1 ? char.ToUpperInvariant(word[0]) + word[1..] : word;
    }
}
