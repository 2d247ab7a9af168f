using System.Text.RegularExpressions;
using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Metadata;

namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>A page with what is known of each block, and with its share of the article's words.</summary>
internal sealed partial class TrainingPage(string set, string id, string site, BlockView view, string gold)
{
    private const int WordsCounted = 60;
    private const int WordsOfAnyBlock = 8;

    public string Set { get; } = set;

    public string Id { get; } = id;

    /// <summary>Pages of one site go into one fold.</summary>
    public string Site { get; } = site;

    public BlockView View { get; } = view;

    public string Gold { get; } = gold;

    public float[] Labels { get; } = new float[view.Count];

    public float[] Weights { get; } = new float[view.Count];

    /// <summary>The gold's language, or "?" where it names none.</summary>
    public string Language { get; init; } = "?";

    public required PageFacts Facts { get; init; }

    public required FoundTitle Title { get; init; }

    public required FeatureTable Table { get; init; }

    /// <summary>False for a page that does not show its gold article.</summary>
    public bool Teaches { get; set; }

    /// <summary>Aligns the page with its gold article.</summary>
    /// <returns>False when the page does not show the article, and so teaches nothing.</returns>
    public bool Label()
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var gold = Ids(Gold, ids);
        var words = new List<int>();
        var owner = new List<int>();
        for (var i = 0; i < View.Count; i++)
        {
            foreach (var id in Ids(View.Text(i).ToString(), ids))
            {
                words.Add(id);
                owner.Add(i);
            }
        }

        if (gold.Length == 0 || WordAligner.Align([.. words], gold) is not { } hits)
        {
            return false;
        }

        var count = new int[View.Count];
        for (var w = 0; w < hits.Length; w++)
        {
            Labels[owner[w]] += hits[w] ? 1 : 0;
            count[owner[w]]++;
        }

        var found = hits.Count(h => h);
        for (var i = 0; i < View.Count; i++)
        {
            var share = count[i] == 0 ? 0 : Labels[i] / count[i];
            Labels[i] = share >= 0.6 ? 1 : 0;
            // Blocks of a few words count for more than their words: each that is wrong keeps a page from being exactly right.
            var weight = (Math.Min(count[i], WordsCounted) + WordsOfAnyBlock) / MathF.Sqrt(gold.Length + 100);
            Weights[i] = share is > 0.25f and < 0.75f ? weight * 0.3f : weight;
        }

        return found > gold.Length * 0.5;
    }

    public static string[] WordsOf(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    private static int[] Ids(string text, Dictionary<string, int> ids) =>
        [.. WordsOf(text).Select(word => ids.TryGetValue(word, out var id) ? id : ids[word] = ids.Count)];

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
