using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>Learns the weights of words and names: at how many sites each stands in furniture, and at how many in articles.</summary>
internal static class TokenCounter
{
    private const double Prior = 1.2;

    private delegate int BucketReader(BlockView view, int block, Span<int> buckets);

    public static TokenWeights Words(IReadOnlyCollection<TrainingPage> pages) =>
        new(Learn(pages, TokenWeights.Buckets, static (view, i, buckets) => TokenWeights.BucketsOf(view.Text(i), buckets[..TokenWeights.MostBuckets])));

    public static NameWeights Names(IReadOnlyCollection<TrainingPage> pages) => new(Learn(pages, NameWeights.Buckets, ReadNames));

    private static int ReadNames(BlockView view, int block, Span<int> buckets)
    {
        var page = view.Page!;
        ref readonly var own = ref view.List.Blocks[block];
        var count = NameTokens.Read(page, own.Node, NameScope.Own, buckets);
        var level = 1;
        for (var node = page.Nodes[own.Node].Parent; node > 0; node = page.Nodes[node].Parent, level++)
        {
            count += NameTokens.Read(page, node, level <= 2 ? NameScope.Near : NameScope.Far, buckets[count..]);
        }

        return own.Links == 0 ? count : count + NameTokens.Read(page, own.FirstLinkNode, NameScope.Link, buckets[count..]);
    }

    private static sbyte[] Learn(IReadOnlyCollection<TrainingPage> pages, int buckets, BucketReader read)
    {
        const int Room = 4096;
        var kept = new int[buckets];
        var removed = new int[buckets];
        Span<int> found = new int[Room];
        foreach (var site in pages.GroupBy(p => p.Site))
        {
            var inKept = new HashSet<int>();
            var inRemoved = new HashSet<int>();
            foreach (var page in site)
            {
                for (var i = 0; i < page.View.Count; i++)
                {
                    var into = page.Labels[i] > 0 ? inKept : inRemoved;
                    foreach (var bucket in found[..read(page.View, i, found)])
                    {
                        into.Add(bucket);
                    }
                }
            }

            Count(inKept, kept);
            Count(inRemoved, removed);
        }

        var weights = new sbyte[buckets];
        for (var b = 0; b < buckets; b++)
        {
            var odds = Math.Log((removed[b] + Prior) / (kept[b] + Prior));
            weights[b] = (sbyte)Math.Clamp(odds * TokenWeights.Scale, -127, 127);
        }

        return weights;
    }

    private static void Count(HashSet<int> buckets, int[] counts)
    {
        foreach (var bucket in buckets)
        {
            counts[bucket]++;
        }
    }
}
