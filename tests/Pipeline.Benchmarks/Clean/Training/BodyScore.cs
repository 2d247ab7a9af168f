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

    /// <returns>This page's F1 and whether the words are exactly right.</returns>
    public (double F1, bool IsExact) Add(string gold, string found)
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

        var isExact = a.AsSpan().SequenceEqual(b);
        _exact += isExact ? 1 : 0;
        var inBoth = grams.Values.Sum() + count.Values.Sum();
        return (inBoth == 0 ? 1 : 2.0 * hits / inBoth, isExact);
    }

    public double Precision => _precision / Math.Max(1, _withText);

    public double Recall => _recall / Math.Max(1, _pages);

    public override string ToString() => FormattableString.Invariant(
        $"pages {_pages,4}  F1 {2 * Precision * Recall / Math.Max(1e-9, Precision + Recall):F4}  P {Precision:F4}  R {Recall:F4}  exact {_exact / (double)Math.Max(1, _pages):F3}");

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
