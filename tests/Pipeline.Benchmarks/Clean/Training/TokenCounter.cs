using Pipeline.Articles.Cleaning.Learning;

namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>Learns token weights: in how many sites a word stands in furniture, and in how many in articles.</summary>
internal static class TokenCounter
{
    private const double Prior = 1.2;

    public static TokenWeights Learn(IEnumerable<TrainingPage> pages)
    {
        var kept = new int[TokenWeights.Buckets];
        var removed = new int[TokenWeights.Buckets];
        var (keptSites, removedSites) = (1.0, 1.0);
        var buckets = new int[160];
        foreach (var site in pages.GroupBy(p => p.Site))
        {
            var inKept = new HashSet<int>();
            var inRemoved = new HashSet<int>();
            foreach (var page in site)
            {
                for (var i = 0; i < page.View.Count; i++)
                {
                    var count = TokenWeights.BucketsOf(page.View.Text(i), buckets.AsSpan(0, 128));
                    (page.Labels[i] > 0 ? inKept : inRemoved).UnionWith(buckets.Take(count));
                }
            }

            foreach (var bucket in inKept)
            {
                kept[bucket]++;
            }

            foreach (var bucket in inRemoved)
            {
                removed[bucket]++;
            }

            keptSites++;
            removedSites++;
        }

        var weights = new sbyte[TokenWeights.Buckets];
        for (var b = 0; b < weights.Length; b++)
        {
            var odds = Math.Log((removed[b] + Prior) / (kept[b] + Prior) * (keptSites / removedSites));
            weights[b] = (sbyte)Math.Clamp(odds * TokenWeights.Scale, -127, 127);
        }

        return new TokenWeights(weights);
    }
}
