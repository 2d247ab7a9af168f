using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Cleaning.Text.Lines;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>All blocks of a source with what is known of each: the input of every decision about them.</summary>
internal sealed class BlockView
{
    private const int LongestPhraseBlock = 600;

    private ContainerTree? _tree;

    public BlockView(BlockList blocks, HtmlDocument? page)
    {
        List = blocks;
        Page = page;
        Facts = new LineFacts[blocks.Count];
        Phrases = new PhraseKind[blocks.Count];
        Words = page is null ? new LineWords(blocks.Count, blocks.Text.Length) : null;
        var masks = new CharacterMasks();
        for (var i = 0; i < blocks.Count; i++)
        {
            var text = blocks.TextOf(blocks.Blocks[i]);
            Facts[i] = LineFacts.Of(text, masks);
            Words?.Add(blocks.Text[blocks.Blocks[i].Start..], text.Length, masks);
            var phrases = text.Length > LongestPhraseBlock ? PhraseKind.None
                : page is null ? Cleaning.Text.Phrases.Find(text, masks)
                : Cleaning.Text.Phrases.Find(text);
            Phrases[i] = phrases | (Facts[i].HasCopyright && text.Length <= LongestPhraseBlock ? PhraseKind.Copyright : PhraseKind.None);
        }
    }

    /// <summary>The words of all lines; null for pages with markup.</summary>
    public LineWords? Words { get; }

    public BlockList List { get; }

    public HtmlDocument? Page { get; }

    /// <summary>Counts by container, for pages with markup.</summary>
    public ContainerTree? Tree => Page is null ? null : _tree ??= new ContainerTree(this);

    public LineFacts[] Facts { get; }

    public PhraseKind[] Phrases { get; }

    public int Count => Facts.Length;

    public ReadOnlySpan<char> Text(int block) => List.TextOf(List.Blocks[block]);

    public double LinkDensity(int block) => (double)List.Blocks[block].LinkCharacters / Math.Max(1, List.Blocks[block].Length);

    /// <summary>True of what only running text is: many words, a sentence's end, few links.</summary>
    public bool IsProse(int block) =>
        LinkDensity(block) < 0.4 && (Facts[block].Words >= 20 || (Facts[block].Words >= 8 && Facts[block].EndsSentence));
}
