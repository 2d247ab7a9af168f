using System.Text.RegularExpressions;
using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Benchmarks.Clean.Training.Lines;

/// <summary>Tells which lines of a text are the article's, by aligning its words with those of the gold article.</summary>
internal static partial class LineLabels
{
    private const float Most = 0.6f;

    /// <returns>For each line the share of its words that the article has, and its words; null when the text does not show the article.</returns>
    public static (float[] Shares, int[] Counts)? Of(BlockView view, string article, Func<int[], int[], bool[]?> align)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var gold = Ids(article, ids);
        var words = new List<int>();
        var owner = new List<int>();
        for (var i = 0; i < view.Count; i++)
        {
            foreach (var id in Ids(view.Text(i).ToString(), ids))
            {
                words.Add(id);
                owner.Add(i);
            }
        }

        if (gold.Length == 0 || align([.. words], gold) is not { } hits || hits.Count(h => h) <= gold.Length / 2)
        {
            return null;
        }

        var shares = new float[view.Count];
        var counts = new int[view.Count];
        for (var w = 0; w < hits.Length; w++)
        {
            shares[owner[w]] += hits[w] ? 1 : 0;
            counts[owner[w]]++;
        }

        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] /= Math.Max(1, counts[i]);
        }

        return (shares, counts);
    }

    /// <summary>1 for a line that is the article's by most of its words.</summary>
    public static float Label(float share) => share >= Most ? 1 : 0;

    public static string[] WordsOf(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    private static int[] Ids(string text, Dictionary<string, int> ids) =>
        [.. WordsOf(text).Select(word => ids.TryGetValue(word, out var id) ? id : ids[word] = ids.Count)];

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
