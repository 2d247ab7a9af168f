using Pipeline.Articles.Cleaning.Text;

namespace Pipeline.Articles.Tests.Cleaning.Text;

public class PhraseIndexTests
{
    private static readonly string[] Texts = ["分享", "享a", "ab ", "éa-", "abca", "a分享b", "bacab ca", "éba acéb分"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_AnyText_FindsThePhrasesThatItHolds(int seed)
    {
        var kinds = Texts.Select((_, i) => (PhraseKind)(1 << i)).ToArray();
        var index = new PhraseIndex([.. Texts.Select((phrase, i) => (kinds[i], new[] { phrase }))]);
        var random = new Random(seed);
        for (var round = 0; round < 400; round++)
        {
            var text = new string(random.GetItems<char>("aAbBcC éÉ-分享", random.Next(150))) + Texts[random.Next(Texts.Length)];
            var expected = Texts.Zip(kinds).Where(p => text.Contains(p.First, StringComparison.OrdinalIgnoreCase)).Aggregate(PhraseKind.None, (all, p) => all | p.Second);

            Assert.Equal(expected, index.Find(text));
        }
    }

    [Fact]
    public void FindAtWords_APhraseFarBehind_IsFoundWhereAWordBeginsAndNotInsideOne()
    {
        var index = new PhraseIndex([(PhraseKind.Share, ["/ap"]), (PhraseKind.Follow, ["abca"])]);
        var masks = new CharacterMasks();
        for (var before = 1; before < 200; before++)
        {
            var text = new string('.', before) + "/AP xabca";
            masks.Fill(text);

            Assert.Equal(PhraseKind.Share, index.FindAtWords(text, masks));
        }
    }
}
