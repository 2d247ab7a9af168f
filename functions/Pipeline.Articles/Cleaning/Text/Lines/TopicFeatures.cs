using System.Buffers;
using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Articles.Cleaning.Text.Lines;

/// <summary>
/// Whether a line speaks of what the article speaks of: how many of its words stand in other lines of running text, and how many in
/// the headline. Teasers of other articles bring words of their own. It needs no dictionary and no language.
/// </summary>
internal static class TopicFeatures
{
    private const int Slots = 1 << 13;

    /// <summary>Adds two columns: the share of the line's words that other core lines hold, and how many do not.</summary>
    /// <param name="isCore">Weight of each line as part of the article; lines above one half count.</param>
    public static void AddShared(FeatureTable table, LineWords words, ReadOnlySpan<float> isCore)
    {
        // The first and the last core line that holds a word, 1 for the first line, 16 bits each: 0 where none does.
        var slots = ArrayPool<uint>.Shared.Rent(Slots);
        slots.AsSpan(0, Slots).Clear();
        for (var i = 0; i < words.Count; i++)
        {
            if (isCore[i] <= 0.5f)
            {
                continue;
            }

            var last = (uint)(i + 1) << 16;
            foreach (var word in words.Of(i))
            {
                ref var lines = ref slots[(int)(word >> 19)];
                lines = last | (lines == 0 ? (uint)(i + 1) : lines & 0xFFFF);
            }
        }

        // Whether a word carries meaning is chance to the processor, so nothing here branches on it.
        var share = table.Add();
        var strange = table.Add();
        for (var i = 0; i < share.Length; i++)
        {
            var (shared, all) = (0u, 0u);
            var own = ((uint)(i + 1) << 16) | (uint)(i + 1);
            foreach (var word in words.Of(i))
            {
                var lines = slots[(int)(word >> 19)];
                var isElsewhere = lines != 0 & lines != own ? 1u : 0u;
                all += word & 1;
                shared += word & isElsewhere;
            }

            share[i] = all == 0 ? -1 : (float)shared / all;
            strange[i] = all - shared;
        }

        ArrayPool<uint>.Shared.Return(slots);
    }

    /// <summary>Adds two columns: the share of the line's words that the headline holds, and the share of the headline's that it holds.</summary>
    public static void AddTitle(FeatureTable table, LineWords words, ReadOnlySpan<uint> title)
    {
        var share = table.Add();
        var covered = table.Add();
        var filter = new ulong[64];
        var all = 0;
        foreach (var word in title)
        {
            filter[word >> 26] |= 1UL << (int)((word >> 20) & 63);
            all++;
        }

        if (all == 0)
        {
            return;
        }

        for (var i = 0; i < share.Length; i++)
        {
            var (shared, own) = (0, 0);
            foreach (var word in words.Of(i))
            {
                own++;
                shared += (filter[word >> 26] & (1UL << (int)((word >> 20) & 63))) != 0 ? 1 : 0;
            }

            share[i] = own == 0 ? 0 : (float)shared / own;
            covered[i] = Math.Min(2, (float)shared / all);
        }
    }
}
