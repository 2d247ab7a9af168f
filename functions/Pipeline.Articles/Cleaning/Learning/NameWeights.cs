using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Articles.Cleaning.Learning;

/// <summary>
/// What class names, ids and link targets say of a block: the log of how much oftener they stand at furniture than at articles,
/// hashed into a fixed table as in <see cref="TokenWeights"/>.
/// </summary>
internal sealed class NameWeights(sbyte[] weights)
{
    public const int Buckets = 1 << 15;

    public static NameWeights Read(BinaryReader reader) => new((sbyte[])(object)reader.ReadBytes(Buckets));

    public void Write(BinaryWriter writer) => writer.Write((byte[])(object)weights);

    /// <summary>Adds the columns: sum, highest and lowest weight of the names of each <see cref="NameScope"/>.</summary>
    public void AddTo(FeatureTable table, BlockView view)
    {
        var page = view.Page!;
        var far = new NameWeight[page.Count];
        var own = new Columns(table);
        var near = new Columns(table);
        var around = new Columns(table);
        var link = new Columns(table);
        for (var i = 0; i < view.Count; i++)
        {
            ref readonly var block = ref view.List.Blocks[i];
            if (i > 0 && block.Node == view.List.Blocks[i - 1].Node)
            {
                own.Repeat(i);
                near.Repeat(i);
                around.Repeat(i);
            }
            else
            {
                var parent = Parent(page, block.Node);
                var grandparent = Parent(page, parent);
                own.Set(i, Of(page, block.Node, NameScope.Own));
                near.Set(i, Of(page, parent, NameScope.Near).And(Of(page, grandparent, NameScope.Near)));
                around.Set(i, Far(page, Parent(page, grandparent), far));
            }

            link.Set(i, block.Links == 0 ? default : Of(page, block.FirstLinkNode, NameScope.Link));
        }
    }

    private static int Parent(HtmlDocument page, int node) => Math.Max(0, page.Nodes[node].Parent);

    /// <summary>The element's and all its ancestors' names; known from then on.</summary>
    private NameWeight Far(HtmlDocument page, int node, NameWeight[] known)
    {
        Span<int> path = stackalloc int[HtmlTreeBuilder.MostDepth];
        var depth = 0;
        for (; node > 0 && !known[node].IsKnown; node = page.Nodes[node].Parent)
        {
            path[depth++] = node;
        }

        var weight = node > 0 ? known[node] : default;
        while (depth > 0)
        {
            node = path[--depth];
            weight = weight.And(Of(page, node, NameScope.Far));
            known[node] = weight = weight with { IsKnown = true };
        }

        return weight;
    }

    private NameWeight Of(HtmlDocument page, int node, NameScope scope)
    {
        Span<int> buckets = stackalloc int[NameTokens.Most];
        var weight = default(NameWeight);
        foreach (var bucket in buckets[..NameTokens.Read(page, node, scope, buckets)])
        {
            weight = weight.And(weights[bucket] / TokenWeights.Scale);
        }

        return weight;
    }

    private ref struct Columns(FeatureTable table)
    {
        private readonly Span<float> _sum = table.Add();
        private readonly Span<float> _highest = table.Add();
        private readonly Span<float> _lowest = table.Add();

        public readonly void Set(int i, NameWeight weight) => (_sum[i], _highest[i], _lowest[i]) = (weight.Sum, weight.Highest, weight.Lowest);

        public readonly void Repeat(int i) => (_sum[i], _highest[i], _lowest[i]) = (_sum[i - 1], _highest[i - 1], _lowest[i - 1]);
    }

    private readonly record struct NameWeight(float Sum, float Highest, float Lowest, bool IsKnown)
    {
        public NameWeight And(float weight) => new(Sum + weight, Math.Max(Highest, weight), Math.Min(Lowest, weight), false);

        public NameWeight And(NameWeight other) => new(Sum + other.Sum, Math.Max(Highest, other.Highest), Math.Min(Lowest, other.Lowest), false);
    }
}
