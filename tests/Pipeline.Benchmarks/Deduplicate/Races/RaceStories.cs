using System.Globalization;
using System.Text;

namespace Pipeline.Benchmarks.Deduplicate.Races;

/// <summary>Stories of invented words and their edited copies: enough like news for a sketch, and made from a seed.</summary>
internal sealed class RaceStories(Random random)
{
    private static readonly string[] Syllables =
        ["ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu", "wa", "ye", "zi", "or", "an"];

    /// <summary>A story and <paramref name="copies"/> - 1 copies: the same text, cut ones, and ones with words changed.</summary>
    public IReadOnlyList<string> Make(int copies)
    {
        var sentences = Enumerable.Range(0, 12 + random.Next(20)).Select(_ => Sentence()).ToList();
        var texts = new List<string> { string.Join(' ', sentences) };
        while (texts.Count < copies)
            texts.Add(Copy(sentences));
        return texts;
    }

    /// <summary>The first three quarters of a text.</summary>
    public static string Cut(string text) => text[..(text.Length * 3 / 4)];

    private string Copy(List<string> sentences) => random.Next(4) switch
    {
        0 => string.Join(' ', sentences),
        1 => string.Join(' ', sentences.Take(sentences.Count / 2 + random.Next(sentences.Count / 2))),
        2 => string.Join(' ', sentences.Select(sentence => random.Next(6) == 0 ? Sentence() : sentence)),
        _ => string.Join(' ', string.Join(' ', sentences).Split(' ').Select(word => random.Next(14) == 0 ? Word() : word)),
    };

    private string Sentence()
    {
        var words = Enumerable.Range(0, 8 + random.Next(10)).Select(_ => random.Next(6) switch
        {
            0 => Capitalised(Word()),
            1 => random.Next(2000).ToString(CultureInfo.InvariantCulture),
            _ => Word(),
        });
        return Capitalised(string.Join(' ', words)) + ".";
    }

    private string Word()
    {
        var word = new StringBuilder();
        for (var syllable = random.Next(1, 4); syllable >= 0; syllable--)
            word.Append(Syllables[random.Next(Syllables.Length)]);
        return word.ToString();
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
