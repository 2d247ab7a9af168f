using Pipeline.Articles.Cleaning.Blocks;

namespace Pipeline.Articles.Cleaning.Selection.Consistency;

/// <summary>The entries of a list stay or go together: those of which the model is not sure follow the mean of all, by words.</summary>
internal static class Lists
{
    private const int FewestEntries = 3;

    /// <summary>A block farther from the bar than this is judged by itself.</summary>
    private const float Unsure = 0.3f;

    public static float[] Agree(BlockView view, int[] kinds, float[] scores, float bar)
    {
        var lists = new Dictionary<(int Parent, int Kind), (float Score, float Words, int Entries)>();
        for (var i = 0; i < kinds.Length; i++)
        {
            if (KeyOf(view, kinds, i) is { } key)
            {
                var list = lists.GetValueOrDefault(key);
                var words = view.Facts[i].Words + 1;
                lists[key] = (list.Score + (scores[i] * words), list.Words + words, list.Entries + 1);
            }
        }

        if (lists.Count == 0)
        {
            return scores;
        }

        var agreed = (float[])scores.Clone();
        for (var i = 0; i < kinds.Length; i++)
        {
            if (Math.Abs(scores[i] - bar) < Unsure && KeyOf(view, kinds, i) is { } key && lists[key] is var list && list.Entries >= FewestEntries)
            {
                agreed[i] = list.Score >= bar * list.Words ? Math.Max(scores[i], bar) : Math.Min(scores[i], MathF.BitDecrement(bar));
            }
        }

        return agreed;
    }

    private static (int Parent, int Kind)? KeyOf(BlockView view, int[] kinds, int i) =>
        view.List.Blocks[i].Shape == BlockShape.ListItem ? (view.Page!.Nodes[view.List.Blocks[i].Node].Parent, kinds[i]) : null;
}
