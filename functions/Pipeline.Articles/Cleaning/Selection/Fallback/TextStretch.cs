using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Selection.Fallback;

/// <summary>Running text in one place: a stretch of blocks inside the lowest element that holds most of the page's running text.</summary>
/// <param name="Container">The element's node.</param>
/// <param name="First">The first block.</param>
/// <param name="Last">The last block.</param>
/// <param name="Prose">Words of running text in the stretch.</param>
internal readonly record struct TextStretch(int Container, int First, int Last, int Prose)
{
    private const int FewestWords = 60;
    private const float MostOfThePage = 0.8f;
    private const float MostLinked = 0.25f;
    private const int ReadForPhrases = 600;

    private const HtmlMark Outside =
        HtmlMark.Nav | HtmlMark.Footer | HtmlMark.Aside | HtmlMark.Form | HtmlMark.Dialog | HtmlMark.Figure | HtmlMark.Hidden | HtmlMark.NoScript | HtmlMark.Template;

    private const PhraseKind Pleas = PhraseKind.Consent | PhraseKind.Account | PhraseKind.Subscribe | PhraseKind.Appeal | PhraseKind.Comment | PhraseKind.Copyright;

    /// <returns>Null where there is too little text, where it is spread over the page, or where it stands among links as on a front.</returns>
    public static TextStretch? Find(BlockView view, FoundTitle title)
    {
        var sums = new float[view.Count + 1];
        for (var i = 0; i < view.Count; i++)
        {
            sums[i + 1] = sums[i] + (i != title.Block && IsText(view, i) ? view.Facts[i].Words : 0);
        }

        if (sums[^1] < FewestWords)
        {
            return null;
        }

        var container = Lowest(view, sums);
        var (from, to) = view.Tree!.BlocksIn(container);
        var (first, last) = SegmentSelector.Find(view, from, to, i => sums[i + 1] > sums[i]);
        var prose = sums[last + 1] - sums[first];
        return prose >= FewestWords && prose >= MostOfThePage * MostOfThePage * sums[^1] && Linked(view, first, last) <= MostLinked * prose
            ? new TextStretch(container, first, last, (int)prose)
            : null;
    }

    /// <summary>What no article stands in, by its element, its name or its words.</summary>
    public static bool IsFurniture(BlockView view, int i) =>
        (view.List.Blocks[i].Marks & Outside) != 0 || (PhrasesOf(view, i) & Pleas) != 0 || NamedBox.IsConsent(view, i) || EmbedNotice.Is(view, i) || RelatedLink.Is(view, i);

    private static bool IsText(BlockView view, int i) => view.IsProse(i) && !IsFurniture(view, i);

    /// <summary>Long blocks were not searched for phrases; here the beginning of a long notice must tell it from an article.</summary>
    private static PhraseKind PhrasesOf(BlockView view, int i) =>
        view.Text(i) is { Length: > ReadForPhrases } text ? Phrases.Find(text[..ReadForPhrases]) : view.Phrases[i];

    /// <summary>Goes down from the root as long as one child holds most of the text.</summary>
    private static int Lowest(BlockView view, float[] sums)
    {
        var nodes = view.Page!.Nodes;
        var node = 0;
        for (var child = 1; child < nodes[node].End;)
        {
            if (nodes[child].Tag != HtmlTag.Text && view.Tree!.Sum(sums, child) >= MostOfThePage * sums[^1])
            {
                node = child++;
            }
            else
            {
                child = nodes[child].End;
            }
        }

        return node;
    }

    private static double Linked(BlockView view, int first, int last)
    {
        var words = 0.0;
        for (var i = first; i <= last; i++)
        {
            words += view.Facts[i].Words * view.LinkDensity(i);
        }

        return words;
    }
}
