using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>Decides for each block whether it belongs to the article, and by which rule it goes if not.</summary>
internal static class BlockJudge
{
    public static string?[] Judge(BlockView view, FoundTitle title)
    {
        var verdicts = new string?[view.Count];
        var (first, last) = SegmentSelector.Find(view);
        for (var i = 0; i < view.Count; i++)
        {
            verdicts[i] = LineRules.Find(view.Text(i), view.Facts[i], view.Phrases[i], view.List.Blocks[i])
                ?? OfPlace(view, i, first, last);
        }

        RemoveCaptions(view, verdicts);
        RemoveTitle(view, verdicts, title);
        RemoveRepeats(view, verdicts);
        return verdicts;
    }

    private static string? OfPlace(BlockView view, int i, int first, int last)
    {
        var marks = view.List.Blocks[i].Marks;
        return i < first ? "before-article"
            : i > last ? "after-article"
            : (marks & (HtmlMark.Nav | HtmlMark.Footer | HtmlMark.Aside | HtmlMark.Form)) != 0 ? "navigation"
            : (marks & HtmlMark.Figure) != 0 ? "caption"
            : view.LinkDensity(i) > 0.6 ? "links"
            : null;
    }

    private static void RemoveCaptions(BlockView view, string?[] verdicts)
    {
        var proven = false;
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 1; i + 1 < verdicts.Length; i++)
            {
                if (verdicts[i] is null && verdicts[i - 1] is null && verdicts[i + 1] is null && (pass == 0
                    ? Captions.Is(view.Text(i), view.Facts[i], view.Facts[i - 1], view.Facts[i + 1], view.List)
                    : Captions.IsBareName(view.Facts[i], view.Facts[i - 1], view.Facts[i + 1])))
                {
                    verdicts[i] = "caption";
                    proven = true;
                }
            }

            if (!proven)
            {
                return;
            }
        }
    }

    private static void RemoveTitle(BlockView view, string?[] verdicts, FoundTitle title)
    {
        if (title.Block >= 0)
        {
            verdicts[title.Block] = "title";
        }

        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] is null && title.Value.Length > 0 && view.Facts[i].Words <= 40 && TitleFinder.Same(view.Text(i), title.Value))
            {
                verdicts[i] = "title";
            }
        }
    }

    /// <summary>A text repeated inside one source stands once.</summary>
    private static void RemoveRepeats(BlockView view, string?[] verdicts)
    {
        const int Sentence = 8;
        var seen = new HashSet<ulong>();
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] is null && view.Facts[i].Words >= Sentence && !seen.Add(TextHash.Folded(view.Text(i))))
            {
                verdicts[i] = "repeated";
            }
        }
    }
}
