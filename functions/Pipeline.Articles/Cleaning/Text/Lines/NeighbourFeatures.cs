using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Articles.Cleaning.Text.Lines;

/// <summary>What stands around a line: the lines beside it, and how much prose, how many short lines and dates there are near it.</summary>
internal static class NeighbourFeatures
{
    private const int ShortLine = 8;
    private static readonly int[] Offsets = [-3, -2, -1, 1, 2, 3];
    private static readonly int[] Windows = [2, 5, 12];

    public static void Add(FeatureTable table, LineTraits lines)
    {
        foreach (var offset in Offsets)
        {
            AddBeside(table, lines, offset);
        }

        AddWindows(table, lines);
        AddRuns(table, lines);
    }

    private static void AddBeside(FeatureTable table, LineTraits lines, int offset)
    {
        var words = table.Add();
        var end = table.Add();
        var linked = table.Add();
        var kind = table.Add();
        var (start, stop) = (Math.Clamp(-offset, 0, words.Length), Math.Clamp(words.Length - offset, 0, words.Length));
        foreach (var column in (ReadOnlySpan<int>)[0, 1, 2, 3])
        {
            var target = column == 0 ? words : column == 1 ? end : column == 2 ? linked : kind;
            target[..start].Fill(-1);
            target[stop..].Fill(-1);
        }

        if (start >= stop)
        {
            return;
        }

        lines.Counts.AsSpan(start + offset, stop - start).CopyTo(words[start..]);
        lines.Ends.AsSpan(start + offset, stop - start).CopyTo(end[start..]);
        lines.Linked.AsSpan(start + offset, stop - start).CopyTo(linked[start..]);
        for (var i = start; i < stop; i++)
        {
            kind[i] = (2 * lines.Kinds[i + offset]) + (lines.Facts[i + offset].StartsSmall ? 1 : 0);
        }
    }

    private static void AddWindows(FeatureTable table, LineTraits lines)
    {
        var count = lines.Count + 1;
        var (prose, links, shorts, dates, phrases) = (new float[count], new float[count], new float[count], new float[count], new float[count]);
        for (var i = 0; i < lines.Count; i++)
        {
            ref readonly var facts = ref lines.Facts[i];
            prose[i + 1] = prose[i] + lines.Prose[i];
            links[i + 1] = links[i] + lines.Linked[i];
            shorts[i + 1] = shorts[i] + (facts.Words < ShortLine && !facts.EndsSentence ? 1 : 0);
            dates[i + 1] = dates[i] + (facts.Words < ShortLine && facts.NumberWords > 0 ? 1 : 0);
            phrases[i + 1] = phrases[i] + Math.Min(2, lines.Kinds[i]);
        }

        foreach (var window in Windows)
        {
            LineFeatures.AddWindow(table, prose, -window, -1);
            LineFeatures.AddWindow(table, prose, 1, window);
            LineFeatures.AddWindow(table, shorts, -window, -1);
            LineFeatures.AddWindow(table, shorts, 1, window);
            LineFeatures.AddWindow(table, links, -window, window);
            LineFeatures.AddWindow(table, dates, -window, window);
            LineFeatures.AddWindow(table, phrases, -window, window);
        }
    }

    /// <summary>A run of lines that end no sentence is a menu or a list of headlines: its lines, its words, and the place in it.</summary>
    private static void AddRuns(FeatureTable table, LineTraits lines)
    {
        var length = table.Add();
        var words = table.Add();
        var place = table.Add();
        for (var start = 0; start < length.Length;)
        {
            var isEnded = lines.Facts[start].EndsSentence;
            var end = start;
            var sum = 0f;
            while (end < length.Length && lines.Facts[end].EndsSentence == isEnded)
            {
                sum += lines.Counts[end++];
            }

            for (var i = start; i < end; i++)
            {
                length[i] = end - start;
                words[i] = sum / (end - start);
                place[i] = Math.Min(i - start, end - 1 - i);
            }

            start = end;
        }
    }
}
