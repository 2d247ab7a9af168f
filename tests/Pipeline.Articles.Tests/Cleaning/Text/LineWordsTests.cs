using Pipeline.Articles.Cleaning.Text.Lines;

namespace Pipeline.Articles.Tests.Cleaning.Text;

public class LineWordsTests
{
    [Theory]
    [InlineData("The MINISTER said", "the minister SAID")]
    [InlineData("at 12:30", "at 09:15")]
    [InlineData("ÜBER Москва", "über москва")]
    [InlineData("internationalisation!", "(Internationalisation)")]
    public void Of_TextsThatDifferInCaseDigitsAndMarks_HaveTheSameWords(string first, string second) => Assert.Equal(LineWords.Of(first), LineWords.Of(second));

    [Fact]
    public void Of_AWord_IsTheSameWhereverItStands()
    {
        var word = LineWords.Of("Pyongyang").Single();

        for (var before = 0; before < 140; before++)
        {
            Assert.Equal(word, LineWords.Of(new string('.', before) + "Pyongyang, far away")[0]);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("Paris")]
    [InlineData("12345678")]
    [InlineData("Zürich")]
    [InlineData("Ministry")]
    public void Of_AShortWord_IsTheSameAtTheEndAndBeforeOthers(string word) =>
        Assert.Equal(LineWords.Of(word).Single(), LineWords.Of(word + " and others, far away")[0]);

    [Fact]
    public void Of_OtherWords_AreOther() =>
        Assert.Equal(6, LineWords.Of("minister ministers ministry misery mister min").Distinct().Count());

    [Fact]
    public void Of_ScriptWithoutSpaces_GivesPairs()
    {
        var words = LineWords.Of("北京市");

        Assert.Equal(3, words.Length);
        Assert.Equal(LineWords.Of("北京。")[0], words[0]);
        Assert.Equal([1u, 1u, 0u], words.Select(w => w & 1));
    }

    [Fact]
    public void Of_LongWords_CarryMeaningAndLittleOnesDoNot() =>
        Assert.Equal([0u, 1u, 0u], LineWords.Of("the president is").Select(w => w & 1));
}
