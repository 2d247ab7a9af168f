using System.Buffers;
using Pipeline.Articles.Cleaning.Html;

namespace Pipeline.Articles.Cleaning.Blocks;

/// <summary>Adds a stretch of the source to the block being written: entities decoded, white space folded, invisible characters left out.</summary>
internal static class TextAppender
{
    private const char FirstLigature = 'ﬀ';
    private const char LastLigature = 'ﬆ';

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => c != ' ' && (c == '&' || c is >= FirstLigature and <= LastLigature || char.IsWhiteSpace(c) || Characters.IsNothing(c)))]);

    /// <summary>Characters that begin a broken one where UTF-8 was read as windows-1252, besides the special ones.</summary>
    private static readonly SearchValues<char> SpecialOrBroken = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => c is >= '\u00C2' and <= '\u00F4' || Special.Contains(c))]);

    public static void Append(BlockList blocks, int start, int end)
    {
        var special = blocks.IsMojibake ? SpecialOrBroken : Special;
        var source = blocks.Source;
        var at = start;
        while (at < end)
        {
            if (source[at] == ' ')
            {
                blocks.AppendSpace(at++);
                continue;
            }

            var run = source.AsSpan(at, end - at).IndexOfAny(special);
            var stop = run < 0 ? end : at + run;
            AppendWords(blocks, at, stop);
            at = stop < end ? AppendSpecial(blocks, stop, end) : end;
        }
    }

    /// <summary>Verbatim stretches, cut only where spaces double.</summary>
    private static void AppendWords(BlockList blocks, int start, int end)
    {
        var source = blocks.Source;
        while (start < end)
        {
            var twice = source.AsSpan(start, end - start).IndexOf("  ");
            var stop = twice < 0 ? end : start + twice + 1;
            blocks.Append(start, stop - start);
            start = stop;
            while (start < end && source[start] == ' ')
            {
                start++;
            }
        }
    }

    private static int AppendSpecial(BlockList blocks, int at, int end)
    {
        var c = blocks.Source[at];
        if (c == '&')
        {
            return AppendEntity(blocks, at, end);
        }

        if (c is >= '\u00C2' and <= '\u00F4')
        {
            return AppendBroken(blocks, at, end);
        }

        if (char.IsWhiteSpace(c))
        {
            blocks.AppendSpace(at);
        }
        else if (c is >= FirstLigature and <= LastLigature)
        {
            blocks.AppendInstead(at, 1, Ligatures[c - FirstLigature]);
        }

        return at + 1;
    }

    private static int AppendBroken(BlockList blocks, int at, int end)
    {
        var length = Cleaning.Text.Mojibake.Decode(blocks.Source.AsSpan(at, end - at), out var value);
        return AppendDecoded(blocks, at, length, value);
    }

    private static int AppendEntity(BlockList blocks, int at, int end)
    {
        var length = HtmlEntities.Decode(blocks.Source.AsSpan(at, end - at), out var value);
        return AppendDecoded(blocks, at, length, value);
    }

    /// <summary>Appends what so many characters stand for; with none, the character itself. Returns the place behind.</summary>
    private static int AppendDecoded(BlockList blocks, int at, int length, string value)
    {
        if (length == 0)
        {
            blocks.Append(at, 1);
            return at + 1;
        }

        if (value.Length == 1 && char.IsWhiteSpace(value[0]))
        {
            blocks.AppendSpaceInstead(at, length);
        }
        else if (value.Length > 1 || !Characters.IsNothing(value[0]))
        {
            blocks.AppendInstead(at, length, value);
        }

        return at + length;
    }
}
