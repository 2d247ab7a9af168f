using Pipeline.Articles.Cleaning.Text;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>
/// A line amid the article that sends the reader elsewhere: "Read more: a headline", where all behind the label is a link. The words
/// decide, not the model, which has met few languages.
/// </summary>
internal static class RelatedLink
{
    private const int LongestLine = 30;
    private const int LongestLabel = 26;

    public static bool Is(BlockView view, int i)
    {
        ref readonly var block = ref view.List.Blocks[i];
        return block.Links > 0 && ColonOf(view, i) is > 0 and var colon
            && block.FirstLinkStart <= colon + 2 && block.LinkCharacters >= block.Length - block.FirstLinkStart - 2;
    }

    /// <summary>The same in a script's data, whose links are not known.</summary>
    public static bool IsUnlinked(BlockView view, int i) => !view.Facts[i].EndsSentence && ColonOf(view, i) > 0;

    /// <summary>The place behind the label; 0 when there is none.</summary>
    private static int ColonOf(BlockView view, int i)
    {
        if (view.Facts[i].Words > LongestLine || (view.Phrases[i] & PhraseKind.Related) == 0)
        {
            return 0;
        }

        var text = view.Text(i);
        var colon = text.IndexOfAny(":：");
        return colon is > 0 and < LongestLabel && (Phrases.Find(text[..(colon + 1)]) & PhraseKind.Related) != 0 ? colon : 0;
    }
}
