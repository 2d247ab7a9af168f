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
        var first = new short[Slots];
        var last = new short[Slots];
        for (var i = 0; i < words.Count; i++)
        {
            if (isCore[i] <= 0.5f)
            {
                continue;
            }

            foreach (var word in words.Of(i))
            {
                var slot = (int)(word >> 19);
                first[slot] = first[slot] == 0 ? (short)(i + 1) : first[slot];
                last[slot] = (short)(i + 1);
            }
        }

        var share = table.Add();
        var strange = table.Add();
        for (var i = 0; i < share.Length; i++)
        {
            var (shared, all) = (0, 0);
            foreach (var word in words.Of(i))
            {
                if ((word & 1) != 0)
                {
                    var slot = (int)(word >> 19);
                    all++;
                    shared += first[slot] != 0 && (first[slot] != i + 1 || last[slot] != i + 1) ? 1 : 0;
                }
            }

            share[i] = all == 0 ? -1 : (float)shared / all;
            strange[i] = all - shared;
        }
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
