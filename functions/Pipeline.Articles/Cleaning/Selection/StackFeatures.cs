using Pipeline.Articles.Cleaning.Learning;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>Features for the second look: what the first look thought of the block, of its neighbours and of its kind.</summary>
internal static class StackFeatures
{
    private const int Reach = 4;

    public static void Add(FeatureTable table, BlockView view, ReadOnlySpan<float> scores)
    {
        var count = view.Count;
        for (var offset = -Reach; offset <= Reach; offset++)
        {
            var column = table.Add();
            for (var i = 0; i < count; i++)
            {
                var other = i + offset;
                column[i] = other < 0 || other >= count ? -9 : scores[other];
            }
        }

        var gains = new float[count + 1];
        var kept = new float[count + 1];
        for (var i = 0; i < count; i++)
        {
            var probability = 1 / (1 + MathF.Exp(-scores[i]));
            kept[i + 1] = kept[i] + (probability * view.Facts[i].Words);
            gains[i + 1] = gains[i] + ((probability - 0.5f) * view.Facts[i].Words);
        }

        foreach (var window in new[] { 3, 8, 20 })
        {
            TextFeatures.AddWindow(table, gains, -window, -1);
            TextFeatures.AddWindow(table, gains, 1, window);
        }

        AddPlace(table, kept, gains);
        AddKinds(table, view, scores);
    }

    /// <summary>How much of the article stands before and after, and the distance to the ends of its best stretch. Lines of texts are seen so, too.</summary>
    /// <param name="table">Gets five columns.</param>
    /// <param name="kept">Words thought to be of the article, summed from block to block; begins with 0.</param>
    /// <param name="gains">Those words less the ones thought to be furniture, by halves, summed likewise.</param>
    internal static void AddPlace(FeatureTable table, ReadOnlySpan<float> kept, ReadOnlySpan<float> gains)
    {
        var count = kept.Length - 1;
        var before = table.Add();
        var after = table.Add();
        table.Add().Fill(kept[count]);
        var (first, last, low, start) = (0, -1, 0f, 0);
        var best = float.MinValue;
        for (var i = 0; i < count; i++)
        {
            before[i] = kept[i] / Math.Max(1, kept[count]);
            after[i] = (kept[count] - kept[i + 1]) / Math.Max(1, kept[count]);
            if (gains[i] < low)
            {
                (low, start) = (gains[i], i);
            }

            if (gains[i + 1] - low > best)
            {
                (best, first, last) = (gains[i + 1] - low, start, i);
            }
        }

        var fromFirst = table.Add();
        var toLast = table.Add();
        for (var i = 0; i < count; i++)
        {
            fromFirst[i] = Math.Clamp(i - first, -40, 40);
            toLast[i] = Math.Clamp(last - i, -40, 40);
        }
    }

    private static void AddKinds(FeatureTable table, BlockView view, ReadOnlySpan<float> scores)
    {
        var tree = view.Tree!;
        for (var level = 0; level < 3; level++)
        {
            var groups = new Dictionary<int, (float Sum, float Words)>();
            var own = new int[view.Count];
            for (var i = 0; i < view.Count; i++)
            {
                own[i] = level == 0 ? tree.Signature(view.List.Blocks[i].Node) : tree.Ancestor(view.List.Blocks[i].Node, level);
                var weight = view.Facts[i].Words + 1;
                var group = groups.GetValueOrDefault(own[i]);
                groups[own[i]] = (group.Sum + (weight / (1 + MathF.Exp(-scores[i]))), group.Words + weight);
            }

            var column = table.Add();
            for (var i = 0; i < view.Count; i++)
            {
                column[i] = groups[own[i]].Sum / groups[own[i]].Words;
            }
        }
    }
}
