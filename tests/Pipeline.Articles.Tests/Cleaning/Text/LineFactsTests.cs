using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Cleaning.Text;

namespace Pipeline.Articles.Tests.Cleaning.Text;

public class LineFactsTests
{
    private static readonly string[] Pieces =
        ["a", "The ", "of", " in", "2024", " 12", "don't", "'", "’s", "''", " ", "É", "ß", "Я", "это ", "北京", "ทดสอบ", "हिन्दी", "-", ". ", "!", "x9", "\uD83D\uDE00", "ABC", "\u0301", "।", "/", "\t", "٣"];

    /// <summary>Each count as a person would count it, one character after the other.</summary>
    [Property(MaxTest = 1000)]
    public Property Of_AnyText_CountsAsOneByOne() => Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(list => string.Concat(list)).ToArbitrary(), text =>
    {
        var facts = LineFacts.Of(text, new CharacterMasks());
        var words = Words(text);

        Assert.Equal(text.Length, facts.Length);
        Assert.Equal(words.Count + (facts.Unspaced / 2), facts.Words);
        Assert.Equal(words.Sum(w => w.Count(char.IsDigit)), facts.Digits);
        Assert.Equal(words.Sum(w => w.Length) - facts.Digits, facts.Letters);
        Assert.Equal(text.Count(char.IsUpper), facts.Capitals);
        Assert.Equal(words.Count(w => char.IsUpper(w[0])), facts.CapitalWords);
        Assert.Equal(words.Count(w => char.IsLower(w[0])), facts.SmallWords);
        Assert.Equal(words.Count(w => char.IsLower(w[0]) && w.Length <= 3), facts.LittleWords);
        Assert.Equal(words.Count(w => char.IsDigit(w[0])), facts.NumberWords);
        Assert.Equal(words.Any(w => w.Length == 4 && (w.StartsWith("20", StringComparison.Ordinal) || w.StartsWith("19", StringComparison.Ordinal))), facts.HasYear);
    });

    [Theory]
    [InlineData("Read the whole story…", true, true)]
    [InlineData("Read the whole story...", true, true)]
    [InlineData("He left. He never came back.", true, false)]
    [InlineData("「他已经走了。」", true, false)]
    [InlineData("यह सच है।", true, false)]
    [InlineData("هل هذا صحيح؟", true, false)]
    [InlineData("Latest news", false, false)]
    public void Of_LineEnd_IsTold(string text, bool endsSentence, bool endsEllipsis)
    {
        var facts = LineFacts.Of(text, new CharacterMasks());

        Assert.Equal((endsSentence, endsEllipsis), (facts.EndsSentence, facts.EndsEllipsis));
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = "";
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || Characters.IsMark(c) || (word.Length > 0 && c is '\'' or '’' && word.Length > 0))
            {
                word += c;
                continue;
            }

            if (word.Length > 0)
            {
                words.Add(word);
            }

            word = "";
        }

        return word.Length > 0 ? [.. words, word] : words;
    }
}
