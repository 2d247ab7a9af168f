using System.Numerics;
using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Text.Lines;

/// <summary>What many features of a line ask for, counted once, in arrays by line.</summary>
internal sealed class LineTraits
{
    public LineTraits(BlockView view, FoundTitle title)
    {
        (View, Title) = (view, title);
        Words = view.Words ?? throw new ArgumentException("Lines come from a text without markup.", nameof(view));
        var count = view.Count;
        Counts = new float[count];
        Prose = new float[count];
        Linked = new float[count];
        Ends = new float[count];
        Kinds = new float[count];
        var blocks = view.List.Blocks;
        for (var i = 0; i < count; i++)
        {
            ref readonly var facts = ref view.Facts[i];
            Counts[i] = facts.Words;
            Linked[i] = blocks[i].LinkCharacters == 0 ? 0 : (float)blocks[i].LinkCharacters / Math.Max(1, blocks[i].Length);
            Prose[i] = view.IsProse(i) ? facts.Words : 0;
            Ends[i] = facts.EndsQuestion ? 4 : facts.EndsEllipsis ? 3 : facts.EndsSentence ? 5 : facts.EndsColon ? 2 : facts.EndsComma ? 1 : 0;
            Kinds[i] = BitOperations.PopCount((uint)view.Phrases[i]);
        }
    }

    public BlockView View { get; }

    public FoundTitle Title { get; }

    public LineWords Words { get; }

    public int Count => Counts.Length;

    /// <summary>Words of each line.</summary>
    public float[] Counts { get; }

    /// <summary>Words of the lines of running text; 0 for the others.</summary>
    public float[] Prose { get; }

    /// <summary>Share of characters inside links.</summary>
    public float[] Linked { get; }

    /// <summary>How a line ends, from what only running text does to what it never does.</summary>
    public float[] Ends { get; }

    /// <summary>How many kinds of phrases of furniture a line holds.</summary>
    public float[] Kinds { get; }

    public LineFacts[] Facts => View.Facts;

    public ReadOnlySpan<Block> Blocks => View.List.Blocks;
}
