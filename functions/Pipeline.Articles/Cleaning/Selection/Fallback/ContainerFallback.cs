using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Selection.Fallback;

/// <summary>
/// The second way to the article: where the model keeps nothing or hardly anything although the page shows running text in one
/// place, that text is taken, if the page itself bears witness that it is the article.
/// </summary>
internal static class ContainerFallback
{
    private const int Nothing = 25;
    private const int HardlyAnything = 60;
    private const int ManyTimes = 8;

    /// <remarks>
    /// <code>
    /// little kept -> one container with most of the running text (TextStretch) -> witnesses (ArticleEvidence) -> verdicts by rules
    /// </code>
    /// </remarks>
    public static void Apply(BlockView view, PageFacts facts, FoundTitle title, string?[] verdicts)
    {
        var kept = KeptProse(view, title, verdicts);
        if (view.Page is null || kept >= HardlyAnything || TextStretch.Find(view, title) is not { } stretch || stretch.Prose < ManyTimes * kept)
        {
            return;
        }

        // What little the model kept is overruled only by the page's own word for the other text.
        var evidence = ArticleEvidence.Of(view, facts, title, stretch);
        if (kept < Nothing ? evidence.IsEnough : evidence is { IsEnough: true, IsQuoted: true })
        {
            Take(view, stretch, verdicts);
        }
    }

    private static int KeptProse(BlockView view, FoundTitle title, string?[] verdicts)
    {
        var words = 0;
        for (var i = 0; i < verdicts.Length; i++)
        {
            words += verdicts[i] is null && i != title.Block && view.IsProse(i) ? view.Facts[i].Words : 0;
        }

        return words;
    }

    private static void Take(BlockView view, TextStretch stretch, string?[] verdicts)
    {
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (i < stretch.First || i > stretch.Last)
            {
                verdicts[i] ??= "outside-article";
            }
            else
            {
                verdicts[i] = IsOut(view, i) ? verdicts[i] ?? Reasons.Name(view, i)
                    : LineRules.Find(view.Text(i), view.Facts[i], view.Phrases[i], view.List.Blocks[i]);
            }
        }
    }

    private static bool IsOut(BlockView view, int i) =>
        TextStretch.IsFurniture(view, i) || view.LinkDensity(i) > 0.6 || (view.Phrases[i] != PhraseKind.None && !view.IsProse(i));
}
