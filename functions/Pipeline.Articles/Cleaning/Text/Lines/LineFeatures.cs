using System.Runtime.Intrinsics;
using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Metadata;
using Pipeline.Articles.Metadata.Authors;

namespace Pipeline.Articles.Cleaning.Text.Lines;

/// <summary>Features of a line by itself. Those of its surroundings are in the other classes of this folder.</summary>
internal static class LineFeatures
{
    private const int PhraseKinds = 17;

    public static void Add(FeatureTable table, LineTraits lines)
    {
        AddCounts(table, lines);
        AddShares(table, lines.Facts);
        AddEnds(table, lines);
        AddMarks(table, lines);
        AddPhrases(table, lines.View);
        lines.Kinds.CopyTo(table.Add());
    }

    private static void AddCounts(FeatureTable table, LineTraits lines)
    {
        var words = table.Add();
        var length = table.Add();
        var perWord = table.Add();
        var linked = table.Add();
        var links = table.Add();
        var sentences = table.Add();
        var perSentence = table.Add();
        var separators = table.Add();
        var all = lines.Facts;
        var blocks = lines.Blocks;
        for (var i = 0; i < words.Length; i++)
        {
            ref readonly var facts = ref all[i];
            words[i] = facts.Words;
            length[i] = facts.Length;
            perWord[i] = (float)facts.Letters / Math.Max(1, facts.Words);
            linked[i] = lines.Linked[i];
            links[i] = blocks[i].Links;
            sentences[i] = facts.SentenceEnds;
            perSentence[i] = (float)facts.SentenceEnds / Math.Max(1, facts.Words);
            separators[i] = facts.Separators;
        }
    }

    private static void AddShares(FeatureTable table, LineFacts[] all)
    {
        var digits = table.Add();
        var capitals = table.Add();
        var capitalWords = table.Add();
        var smallWords = table.Add();
        var littleWords = table.Add();
        var numberWords = table.Add();
        var commas = table.Add();
        for (var i = 0; i < digits.Length; i++)
        {
            ref readonly var facts = ref all[i];
            var perWord = 1f / Math.Max(1, facts.Words);
            digits[i] = (float)facts.Digits / Math.Max(1, facts.Length);
            capitals[i] = (float)facts.Capitals / Math.Max(1, facts.Letters);
            capitalWords[i] = facts.CapitalWords * perWord;
            smallWords[i] = facts.SmallWords * perWord;
            littleWords[i] = facts.LittleWords * perWord;
            numberWords[i] = facts.NumberWords * perWord;
            commas[i] = facts.Commas * perWord;
        }
    }

    private static void AddEnds(FeatureTable table, LineTraits lines)
    {
        var end = table.Add();
        var start = table.Add();
        var quote = table.Add();
        var time = table.Add();
        var address = table.Add();
        var copyright = table.Add();
        var all = lines.Facts;
        lines.Ends.CopyTo(end);
        for (var i = 0; i < end.Length; i++)
        {
            ref readonly var facts = ref all[i];
            start[i] = facts.StartsCapital ? 2 : facts.StartsSmall ? 1 : 0;
            quote[i] = facts.StartsQuote ? 1 : 0;
            time[i] = (facts.HasYear ? 1 : 0) + (facts.HasClock ? 2 : 0);
            address[i] = (facts.HasUrl ? 1 : 0) + (facts.HasAt ? 2 : 0);
            copyright[i] = facts.HasCopyright ? 1 : 0;
        }
    }

    private static void AddMarks(FeatureTable table, LineTraits lines)
    {
        var shape = table.Add();
        var gap = table.Add();
        var gapAfter = table.Add();
        var images = table.Add();
        var bold = table.Add();
        var blocks = lines.Blocks;
        for (var i = 0; i < shape.Length; i++)
        {
            shape[i] = (float)blocks[i].Shape;
            gap[i] = blocks[i].Gap;
            gapAfter[i] = i + 1 < blocks.Length ? blocks[i + 1].Gap : 3;
            images[i] = blocks[i].Images;
            bold[i] = (float)blocks[i].BoldCharacters / Math.Max(1, blocks[i].Length);
        }
    }

    private static void AddPhrases(FeatureTable table, BlockView view)
    {
        var phrases = view.Phrases;
        for (var kind = 0; kind < PhraseKinds; kind++)
        {
            var column = table.Add();
            for (var i = 0; i < column.Length; i++)
            {
                column[i] = ((uint)phrases[i] >> kind) & 1;
            }
        }

        var byline = table.Add();
        for (var i = 0; i < byline.Length; i++)
        {
            byline[i] = AuthorNames.StartsWithBy(view.Text(i)) ? 1 : 0;
        }
    }

    /// <summary>Adds the sum over the lines from one distance to another, of sums up to each line.</summary>
    internal static void AddWindow(FeatureTable table, float[] sums, int from, int to)
    {
        var column = table.Add();
        for (var i = 0; i < column.Length;)
        {
            if (i + from >= 0 && i + Math.Max(0, to) + Vector256<float>.Count <= column.Length)
            {
                // Eight lines whose windows lie inside the text.
                (Vector256.Create<float>(sums.AsSpan(i + to + 1)) - Vector256.Create<float>(sums.AsSpan(i + from))).CopyTo(column[i..]);
                i += Vector256<float>.Count;
                continue;
            }

            var start = Math.Clamp(i + from, 0, column.Length);
            var end = Math.Clamp(i + to + 1, 0, column.Length);
            column[i++] = end > start ? sums[end] - sums[start] : 0;
        }
    }
}
