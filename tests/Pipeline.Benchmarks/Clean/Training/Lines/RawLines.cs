using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Benchmarks.Clean.Training.Lines;

/// <summary>A line as it stands in the text, with the share of its words that the article has, and how many words it has.</summary>
internal readonly record struct RawLine(string Text, float Share, int Words);

/// <summary>Takes a text apart into its raw lines with what is known of each, so that new texts can be made of them.</summary>
internal static class RawLines
{
    public static List<RawLine> Of(string text, BlockView view, float[] shares, int[] words)
    {
        var lines = text.Split('\n').Select(line => new RawLine(line.TrimEnd('\r'), 0, 0)).ToList();
        var starts = Starts(text);
        for (var i = 0; i < view.Count; i++)
        {
            var span = view.List.RawSpanOf(view.List.Blocks[i]);
            for (var line = At(starts, span.Offset); line <= At(starts, span.End - 1); line++)
            {
                lines[line] = lines[line] with { Share = shares[i], Words = words[i] };
            }
        }

        return lines;
    }

    /// <summary>For each block of a text that was made of raw lines, what is known of the line that it begins with.</summary>
    public static RawLine[] Known(string text, BlockView view, List<RawLine> lines)
    {
        var starts = Starts(text);
        return [.. Enumerable.Range(0, view.Count).Select(i => lines[At(starts, view.List.RawSpanOf(view.List.Blocks[i]).Offset)])];
    }

    private static int[] Starts(string text) => [0, .. Enumerable.Range(0, text.Length).Where(i => text[i] == '\n').Select(i => i + 1)];

    private static int At(int[] starts, int place) => Array.BinarySearch(starts, place) is var line && line >= 0 ? line : ~line - 1;
}
