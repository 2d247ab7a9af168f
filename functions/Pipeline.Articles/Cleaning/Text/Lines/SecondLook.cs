using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Articles.Cleaning.Text.Lines;

/// <summary>Features for the second look: what the first look thought of the line, of those around it and of those like it.</summary>
internal static class SecondLook
{
    private const int Reach = 5;
    private static readonly int[] Windows = [3, 8, 20];

    public static void Add(FeatureTable table, LineTraits lines, ReadOnlySpan<float> scores)
    {
        var count = lines.Count;
        var chances = new float[count];
        for (var i = 0; i < count; i++)
        {
            chances[i] = 1 / (1 + MathF.Exp(-scores[i]));
        }

        for (var offset = -Reach; offset <= Reach; offset++)
        {
            var column = table.Add();
            column.Fill(-9);
            var (start, end) = (Math.Clamp(-offset, 0, count), Math.Clamp(count - offset, 0, count));
            if (start < end)
            {
                scores[(start + offset)..(end + offset)].CopyTo(column[start..]);
            }
        }

        var gains = new float[count + 1];
        var kept = new float[count + 1];
        for (var i = 0; i < count; i++)
        {
            kept[i + 1] = kept[i] + (chances[i] * lines.Counts[i]);
            gains[i + 1] = gains[i] + ((chances[i] - 0.5f) * lines.Counts[i]);
        }

        foreach (var window in Windows)
        {
            LineFeatures.AddWindow(table, gains, -window, -1);
            LineFeatures.AddWindow(table, gains, 1, window);
        }

        StackFeatures.AddPlace(table, kept, gains);
        AddProse(table, lines, scores);
        AddAlike(table, lines, chances);
        TopicFeatures.AddShared(table, lines.Words, chances);
    }

    /// <summary>The scores of the paragraphs before and after, over whatever short lines stand between.</summary>
    private static void AddProse(FeatureTable table, LineTraits lines, ReadOnlySpan<float> scores)
    {
        var before = table.Add();
        var after = table.Add();
        var last = -9f;
        for (var i = 0; i < before.Length; i++)
        {
            before[i] = last;
            last = lines.Prose[i] > 0 ? scores[i] : last;
        }

        last = -9f;
        for (var i = before.Length - 1; i >= 0; i--)
        {
            after[i] = last;
            last = lines.Prose[i] > 0 ? scores[i] : last;
        }
    }

    /// <summary>What was thought of the lines that look the same: as long, ending and beginning alike, as far from the line before.</summary>
    private static void AddAlike(FeatureTable table, LineTraits lines, float[] chances)
    {
        const int Kinds = 1 << 10;
        Span<float> sums = stackalloc float[Kinds];
        Span<float> counts = stackalloc float[Kinds];
        sums.Clear();
        counts.Clear();
        var kinds = new short[chances.Length];
        var blocks = lines.Blocks;
        for (var i = 0; i < kinds.Length; i++)
        {
            ref readonly var facts = ref lines.Facts[i];
            var size = Math.Min(7, System.Numerics.BitOperations.Log2((uint)facts.Words + 1));
            var start = facts.StartsCapital ? 2 : facts.StartsSmall ? 1 : 0;
            kinds[i] = (short)((size << 7) | (Math.Min(3, (int)lines.Ends[i] / 2) << 5) | (start << 3) | (Math.Min(1, (int)blocks[i].Gap) << 2) | Math.Min(3, (int)blocks[i].Shape));
            sums[kinds[i]] += chances[i];
            counts[kinds[i]]++;
        }

        var alike = table.Add();
        for (var i = 0; i < kinds.Length; i++)
        {
            alike[i] = counts[kinds[i]] < 2 ? -1 : (sums[kinds[i]] - chances[i]) / (counts[kinds[i]] - 1);
        }
    }
}
