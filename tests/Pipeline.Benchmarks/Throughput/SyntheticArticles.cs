using System.Globalization;
using System.Text;

namespace Pipeline.Benchmarks.Throughput;

/// <summary>
/// News pages made of random words: about 5 KB of article in about 8 KB of HTML with a site's furniture around it. The
/// same seed gives the same pages; no two of them share a paragraph, so that none is a copy of another.
/// </summary>
internal sealed class SyntheticArticles(int seed)
{
    private static readonly string[] Syllables =
        ["ba", "den", "ko", "li", "mar", "no", "pel", "ri", "sa", "tu", "ver", "wen", "zo", "gra", "fi", "hol", "jen", "que"];

    private static readonly string[] Glue =
        ["the", "of", "and", "in", "to", "for", "with", "after", "said", "that", "on", "by", "will", "has", "from"];

    private static readonly string[] Menu = ["Home", "World", "Politics", "Business", "Sport", "Weather", "Contact"];

    public byte[] Create(int number)
    {
        var random = new Random(unchecked((seed * 397) ^ number));
        var title = Words(random, 9);
        var page = new StringBuilder(9000);
        page.Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>").Append(title)
            .Append(" - The Daily Sample</title><meta property=\"og:site_name\" content=\"The Daily Sample\">")
            .Append("<link rel=\"canonical\" href=\"https://sample.example/news/")
            .Append(number.ToString(CultureInfo.InvariantCulture)).Append("\"></head><body><nav><ul>");
        foreach (var item in Menu)
        {
            page.Append("<li><a href=\"/").Append(item).Append("\">").Append(item).Append("</a></li>");
        }

        page.Append("</ul></nav><article><h1>").Append(title).Append("</h1>");
        for (var paragraph = 0; paragraph < 11; paragraph++)
        {
            page.Append("<p>").Append(Paragraph(random)).Append("</p>");
        }

        page.Append("</article><aside><h3>Most read</h3><ul>");
        for (var link = 0; link < 12; link++)
        {
            page.Append("<li><a href=\"/n/").Append(link).Append("\">").Append(Words(random, 8)).Append("</a></li>");
        }

        page.Append("</ul></aside><footer><p>Copyright The Daily Sample. All rights reserved.</p></footer></body></html>");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static string Paragraph(Random random)
    {
        var text = new StringBuilder(500);
        for (var sentence = 0; sentence < 4; sentence++)
        {
            text.Append(Words(random, 8)).Append(' ').Append(Name(random)).Append(' ')
                .Append(Words(random, 5).ToLowerInvariant()).Append(' ')
                .Append(random.Next(2, 9999).ToString(CultureInfo.InvariantCulture)).Append(". ");
        }

        return text.ToString().TrimEnd();
    }

    private static string Name(Random random) => $"{Capital(Word(random))} {Capital(Word(random))}";

    private static string Words(Random random, int count)
    {
        var words = Enumerable.Range(0, count).Select(_ => random.Next(3) == 0 ? Glue[random.Next(Glue.Length)] : Word(random));
        return Capital(string.Join(' ', words));
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => Syllables[random.Next(Syllables.Length)]));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
