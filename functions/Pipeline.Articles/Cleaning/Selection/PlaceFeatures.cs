using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>Features of a block's place: under the headline, inside its containers, among its siblings; and where its links stand.</summary>
internal static class PlaceFeatures
{
    public static void Add(FeatureTable table, BlockView view, ContainerTree tree, FoundTitle title)
    {
        AddUnderTitle(table, view, title);
        AddInContainers(table, view, tree);
        AddSiblings(table, view);
        AddLinkPlaces(table, view);
    }

    /// <summary>Where a standfirst stands: how many texts of some length, and words, lie between the headline and the block.</summary>
    private static void AddUnderTitle(FeatureTable table, BlockView view, FoundTitle title)
    {
        const int Far = 12;
        const int FarWords = 400;
        const int SomeWords = 6;
        var ordinal = table.Add();
        var words = table.Add();
        var dates = table.Add();
        var (texts, between, dated) = (0, 0, 0);
        for (var i = 0; i < ordinal.Length; i++)
        {
            var isAfter = title.Block >= 0 && i > title.Block;
            ordinal[i] = isAfter ? Math.Min(Far, texts) : -1;
            words[i] = isAfter ? Math.Min(FarWords, between) : -1;
            dates[i] = isAfter ? Math.Min(3, dated) : -1;
            texts += isAfter && view.Facts[i].Words >= SomeWords ? 1 : 0;
            between += isAfter ? view.Facts[i].Words : 0;
            dated += isAfter && (view.Facts[i].HasYear || view.Facts[i].HasClock) && view.Facts[i].Words <= 2 * SomeWords ? 1 : 0;
        }
    }

    private static void AddInContainers(FeatureTable table, BlockView view, ContainerTree tree)
    {
        AddInContainer(table, view, tree, node => tree.Ancestor(node, 1));
        AddInContainer(table, view, tree, node => tree.Ancestor(node, 2));
        var top = tree.Top();
        AddInContainer(table, view, tree, _ => top);
    }

    private static void AddInContainer(FeatureTable table, BlockView view, ContainerTree tree, Func<int, int> container)
    {
        const int Far = 60;
        var proseBefore = table.Add();
        var proseAfter = table.Add();
        var blocksBefore = table.Add();
        var blocksAfter = table.Add();
        for (var i = 0; i < proseBefore.Length; i++)
        {
            var node = container(view.List.Blocks[i].Node);
            (proseBefore[i], proseAfter[i]) = tree.ProseAround(node, i);
            var (before, after) = tree.BlocksAround(node, i);
            blocksBefore[i] = Math.Clamp(before, -Far, Far);
            blocksAfter[i] = Math.Clamp(after, -Far, Far);
        }
    }

    private static void AddSiblings(FeatureTable table, BlockView view)
    {
        var nodes = view.Page!.Nodes;
        var next = table.Add();
        var isFirst = table.Add();
        for (var i = 0; i < next.Length; i++)
        {
            var node = view.List.Blocks[i].Node;
            var parent = nodes[node].Parent;
            if (parent < 0)
            {
                continue;
            }

            var sibling = nodes[node].End;
            sibling += sibling < nodes[parent].End && nodes[sibling].Tag == HtmlTag.Text ? 1 : 0;
            next[i] = sibling < nodes[parent].End ? PageFeatures.KindOf(nodes[sibling].Tag) : -1;
            isFirst[i] = node - parent <= (nodes[parent + 1].Tag == HtmlTag.Text ? 2 : 1) ? 1 : 0;
        }
    }

    private static void AddLinkPlaces(FeatureTable table, BlockView view)
    {
        var before = table.Add();
        var after = table.Add();
        var italic = table.Add();
        for (var i = 0; i < before.Length; i++)
        {
            ref readonly var block = ref view.List.Blocks[i];
            before[i] = block.Links == 0 ? -1 : block.FirstLinkStart;
            after[i] = block.Links == 0 ? -1 : block.Length - block.LastLinkEnd;
            italic[i] = (float)block.ItalicCharacters / Math.Max(1, block.Length);
        }
    }
}
