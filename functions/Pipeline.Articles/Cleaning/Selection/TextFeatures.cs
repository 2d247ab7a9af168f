using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Metadata;
using Pipeline.Articles.Metadata.Authors;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>Features of a block's text, of its place and of its neighbours; they need no markup.</summary>
internal static class TextFeatures
{
    private static readonly int[] Windows = [2, 5, 12];

    public static void Add(FeatureTable table, BlockView view, FoundTitle title)
    {
        AddCounts(table, view);
        AddEnds(table, view);
        AddPhrases(table, view);
        AddPlace(table, view, title);
        AddNeighbours(table, view);
        AddSegment(table, view);
        SectionFeatures.Add(table, view);
    }

    private static void AddCounts(FeatureTable table, BlockView view)
    {
        Each(table, view, static (v, i) => v.Facts[i].Words);
        Each(table, view, static (v, i) => v.Facts[i].Length);
        Each(table, view, static (v, i) => (float)v.Facts[i].Letters / Math.Max(1, v.Facts[i].Words));
        Each(table, view, static (v, i) => (float)v.LinkDensity(i));
        Each(table, view, static (v, i) => v.List.Blocks[i].Links);
        Each(table, view, static (v, i) => (float)v.List.Blocks[i].BoldCharacters / Math.Max(1, v.Facts[i].Length));
        Each(table, view, static (v, i) => (float)v.Facts[i].Digits / Math.Max(1, v.Facts[i].Length));
        Each(table, view, static (v, i) => (float)v.Facts[i].Capitals / Math.Max(1, v.Facts[i].Letters));
        Each(table, view, static (v, i) => (float)v.Facts[i].CapitalWords / Math.Max(1, v.Facts[i].Words));
        Each(table, view, static (v, i) => (float)v.Facts[i].SmallWords / Math.Max(1, v.Facts[i].Words));
        Each(table, view, static (v, i) => (float)v.Facts[i].LittleWords / Math.Max(1, v.Facts[i].Words));
        Each(table, view, static (v, i) => (float)v.Facts[i].NumberWords / Math.Max(1, v.Facts[i].Words));
        Each(table, view, static (v, i) => (float)v.Facts[i].Commas / Math.Max(1, v.Facts[i].Words));
        Each(table, view, static (v, i) => v.Facts[i].SentenceEnds);
        Each(table, view, static (v, i) => (float)v.Facts[i].SentenceEnds / Math.Max(1, v.Facts[i].Words));
        Each(table, view, static (v, i) => v.Facts[i].Separators);
        Each(table, view, static (v, i) => (float)v.Facts[i].Unspaced / Math.Max(1, v.Facts[i].Length));
    }

    private static void AddEnds(FeatureTable table, BlockView view)
    {
        Each(table, view, static (v, i) => v.Facts[i].EndsSentence ? 1 : 0);
        Each(table, view, static (v, i) => v.Facts[i].EndsColon ? 2 : v.Facts[i].EndsComma ? 1 : 0);
        Each(table, view, static (v, i) => v.Facts[i].EndsQuestion ? 1 : 0);
        Each(table, view, static (v, i) => v.Facts[i].StartsCapital ? 2 : v.Facts[i].StartsSmall ? 1 : 0);
        Each(table, view, static (v, i) => v.Facts[i].StartsQuote ? 1 : 0);
        Each(table, view, static (v, i) => (v.Facts[i].HasYear ? 1 : 0) + (v.Facts[i].HasClock ? 2 : 0));
        Each(table, view, static (v, i) => (v.Facts[i].HasUrl ? 1 : 0) + (v.Facts[i].HasAt ? 2 : 0));
        Each(table, view, static (v, i) => v.Facts[i].HasCopyright ? 1 : 0);
        Each(table, view, static (v, i) => (float)v.List.Blocks[i].Shape);
        Each(table, view, static (v, i) => v.List.Blocks[i].Gap);
        Each(table, view, static (v, i) => v.List.Blocks[i].Images);
    }

    private static void AddPhrases(FeatureTable table, BlockView view)
    {
        const int Kinds = 17;
        for (var kind = 0; kind < Kinds; kind++)
        {
            var column = table.Add();
            for (var i = 0; i < column.Length; i++)
            {
                column[i] = ((uint)view.Phrases[i] >> kind) & 1;
            }
        }

        Each(table, view, static (v, i) => System.Numerics.BitOperations.PopCount((uint)v.Phrases[i]));
        Each(table, view, static (v, i) => AuthorNames.StartsWithBy(v.Text(i)) ? 1 : 0);
    }

    private static void AddPlace(FeatureTable table, BlockView view, FoundTitle title)
    {
        var seen = new Dictionary<ulong, int>();
        var hashes = new ulong[view.Count];
        var words = 0;
        for (var i = 0; i < view.Count; i++)
        {
            hashes[i] = TextHash.Folded(view.Text(i));
            seen[hashes[i]] = seen.GetValueOrDefault(hashes[i]) + 1;
            words += view.Facts[i].Words;
        }

        var titleHash = TextHash.Folded(title.Value);
        var repeats = table.Add();
        for (var i = 0; i < view.Count; i++)
        {
            repeats[i] = seen[hashes[i]];
        }

        var isTitle = table.Add();
        var afterTitle = table.Add();
        for (var i = 0; i < view.Count; i++)
        {
            isTitle[i] = title.Value.Length > 0 && hashes[i] == titleHash ? 1 : 0;
            afterTitle[i] = title.Block < 0 ? -99 : Math.Clamp(i - title.Block, -60, 60);
        }

        var place = table.Add();
        var wordPlace = table.Add();
        var wordsBefore = table.Add();
        var wordsAfter = table.Add();
        var before = 0;
        for (var i = 0; i < view.Count; i++)
        {
            place[i] = (float)i / view.Count;
            wordPlace[i] = (float)before / Math.Max(1, words);
            wordsBefore[i] = before;
            before += view.Facts[i].Words;
            wordsAfter[i] = words - before;
        }

        Each(table, view, static (v, _) => v.Count);
        table.Add().Fill(words);
    }

    private static void AddNeighbours(FeatureTable table, BlockView view)
    {
        foreach (var offset in new[] { -1, 1, -2, 2 })
        {
            Beside(table, view, offset, static (v, i) => v.Facts[i].Words, -1);
            Beside(table, view, offset, static (v, i) => (float)v.LinkDensity(i), -1);
            Beside(table, view, offset, static (v, i) => (v.Facts[i].EndsSentence ? 1 : 0) + (v.Facts[i].EndsColon ? 2 : 0), -1);
            Beside(table, view, offset, static (v, i) => (float)v.List.Blocks[i].Shape, -1);
        }

        Beside(table, view, -1, static (v, i) => System.Numerics.BitOperations.PopCount((uint)v.Phrases[i]), -1);
        Beside(table, view, 1, static (v, i) => System.Numerics.BitOperations.PopCount((uint)v.Phrases[i]), -1);
        Beside(table, view, 1, static (v, i) => v.Facts[i].StartsSmall ? 1 : 0, -1);
        var prose = Sums(view, static (v, i) => v.IsProse(i) ? v.Facts[i].Words : 0);
        var links = Sums(view, static (v, i) => (float)v.LinkDensity(i));
        foreach (var window in Windows)
        {
            AddWindow(table, prose, -window, -1);
            AddWindow(table, prose, 1, window);
            AddWindow(table, links, -window, window);
        }

        AddDistances(table, view);
    }

    private static void AddDistances(FeatureTable table, BlockView view)
    {
        const int Far = 99;
        var back = table.Add();
        var distance = Far;
        for (var i = 0; i < view.Count; i++)
        {
            back[i] = distance;
            distance = IsLongProse(view, i) ? 1 : Math.Min(Far, distance + 1);
        }

        var ahead = table.Add();
        distance = Far;
        for (var i = view.Count - 1; i >= 0; i--)
        {
            ahead[i] = distance;
            distance = IsLongProse(view, i) ? 1 : Math.Min(Far, distance + 1);
        }
    }

    private static bool IsLongProse(BlockView view, int i) => view.Facts[i].Words >= 25 && view.LinkDensity(i) < 0.3;

    private static void AddSegment(FeatureTable table, BlockView view)
    {
        var (first, last) = SegmentSelector.Find(view);
        var fromFirst = table.Add();
        var toLast = table.Add();
        for (var i = 0; i < view.Count; i++)
        {
            fromFirst[i] = Math.Clamp(i - first, -60, 60);
            toLast[i] = Math.Clamp(last - i, -60, 60);
        }
    }

    internal static void Each(FeatureTable table, BlockView view, Func<BlockView, int, float> read)
    {
        var column = table.Add();
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = read(view, i);
        }
    }

    private static void Beside(FeatureTable table, BlockView view, int offset, Func<BlockView, int, float> read, float missing)
    {
        var column = table.Add();
        for (var i = 0; i < column.Length; i++)
        {
            var other = i + offset;
            column[i] = other >= 0 && other < column.Length ? read(view, other) : missing;
        }
    }

    private static float[] Sums(BlockView view, Func<BlockView, int, float> read)
    {
        var sums = new float[view.Count + 1];
        for (var i = 0; i < view.Count; i++)
        {
            sums[i + 1] = sums[i] + read(view, i);
        }

        return sums;
    }

    internal static void AddWindow(FeatureTable table, float[] sums, int from, int to)
    {
        var column = table.Add();
        for (var i = 0; i < column.Length; i++)
        {
            var start = Math.Clamp(i + from, 0, column.Length);
            var end = Math.Clamp(i + to + 1, 0, column.Length);
            column[i] = end > start ? sums[end] - sums[start] : 0;
        }
    }
}
