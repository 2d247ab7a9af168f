namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>Precision and recall of word 4-grams, averaged over pages, as scrapinghub's article-extraction-benchmark measures.</summary>
internal sealed class BodyScore
{
    private const int Gram = 4;
    private double _precision;
    private double _recall;
    private int _withText;
    private int _pages;
    private int _exact;

    public void Add(string gold, string found)
    {
        var a = TrainingPage.WordsOf(gold);
        var b = TrainingPage.WordsOf(found);
        var grams = Grams(a);
        var count = Grams(b);
        var hits = count.Sum(g => Math.Min(g.Value, grams.GetValueOrDefault(g.Key)));
        _pages++;
        _recall += hits / (double)Math.Max(1, grams.Values.Sum());
        if (b.Length > 0)
        {
            _precision += hits / (double)count.Values.Sum();
            _withText++;
        }

        _exact += a.AsSpan().SequenceEqual(b) ? 1 : 0;
    }

    public override string ToString()
    {
        var p = _precision / Math.Max(1, _withText);
        var r = _recall / Math.Max(1, _pages);
        return FormattableString.Invariant($"pages {_pages}  F1 {2 * p * r / Math.Max(1e-9, p + r):F4}  P {p:F4}  R {r:F4}  exact {_exact / (double)Math.Max(1, _pages):F3}");
    }

    private static Dictionary<string, int> Grams(string[] words)
    {
        var grams = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; words.Length > 0 && i < Math.Max(1, words.Length - Gram + 1); i++)
        {
            var gram = string.Join(' ', words[i..Math.Min(words.Length, i + Gram)]);
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }

        return grams;
    }
}
