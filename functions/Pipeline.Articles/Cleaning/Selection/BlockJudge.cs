using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Metadata;
using Pipeline.Articles.Metadata.Authors;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>Decides for each block whether it belongs to the article, and by which rule it goes if not.</summary>
/// <remarks>
/// <code>
/// readable rules (copyright, hashtags, credits ...) -> model score -> captions -> title -> repeats
/// </code>
/// </remarks>
internal static class BlockJudge
{
    private const float TextThreshold = 0.45f;
    private const float SureThreshold = 0.75f;

    public static string?[] Judge(BlockView view, PageFacts facts, FoundTitle title) =>
        Judge(view, title, view.Count is 0 or > BlockModel.MostBlocks ? null : BlockModel.For(view).Score(view, facts, title));

    /// <param name="view">The source's blocks.</param>
    /// <param name="title">The headline, which is no part of the article's text.</param>
    /// <param name="scores">The model's probability for each block; null to judge by rules alone.</param>
    public static string?[] Judge(BlockView view, FoundTitle title, float[]? scores)
    {
        var verdicts = new string?[view.Count];
        if (HasLinkedBody(view))
        {
            JudgeByLinkedBody(view, verdicts);
        }
        else if (scores is null)
        {
            JudgeByPlace(view, verdicts);
        }
        else
        {
            JudgeByScore(view, scores, verdicts);
        }

        if (view.Page is null)
        {
            RemoveCaptions(view, verdicts);
        }

        verdicts.AsSpan(NextArticle.Find(view, title)).Fill("next-article");
        RemoveByline(view, verdicts);
        RemoveTitle(view, verdicts, title);
        RemoveRepeats(view, verdicts);
        if (view.Page is not null)
        {
            Repeats.RemoveLarge(view, verdicts);
            TrailingAddress.Remove(view, verdicts);
        }

        return verdicts;
    }

    private static void JudgeByScore(BlockView view, float[] scores, string?[] verdicts)
    {
        var threshold = Threshold(view, scores);
        for (var i = 0; i < verdicts.Length; i++)
        {
            // The rules are sure of a line in a text without markup; on a page the model knows more, and of what only looks like
            // a menu ("Search for survivors") it knows more everywhere.
            var rule = view.Page is null || scores[i] < threshold ? Rule(view, i) : PageRule(view, i);
            var isOverruled = rule is ("interface" or "menu-line" or "calendar") && scores[i] >= SureThreshold;
            verdicts[i] = (isOverruled ? null : rule) ?? (scores[i] < threshold ? Reasons.Name(view, i) : null);
        }
    }

    private static float Threshold(BlockView view, float[] scores) =>
        view.Page is null ? TextThresholdFor(view, scores) : ExpectedF1.Threshold(view, scores);

    /// <summary>
    /// Where hardly anything passes although the source shows running text, it is of a kind that the model has not met: the bar
    /// is lowered to half of what the best paragraphs reach, and no further than to where furniture begins.
    /// </summary>
    private static float TextThresholdFor(BlockView view, float[] scores)
    {
        const int HardlyAnything = 60;
        const float Lowest = 0.12f;
        var (kept, best) = (0, 0f);
        for (var i = 0; i < view.Count; i++)
        {
            kept += scores[i] >= TextThreshold ? view.Facts[i].Words : 0;
            best = view.IsProse(i) ? Math.Max(best, scores[i]) : best;
        }

        return kept >= HardlyAnything ? TextThreshold : Math.Clamp(best / 2, Lowest, TextThreshold);
    }

    /// <summary>What is sure on pages, whatever the model thinks.</summary>
    private static string? PageRule(BlockView view, int i) =>
        RelatedLink.Is(view, i) || NamedBox.IsRelatedLink(view, i) ? "related-link" : EmbedNotice.Is(view, i) || NamedBox.IsConsent(view, i) ? "consent" : null;

    private static string? Rule(BlockView view, int i) => LineRules.Find(view.Text(i), view.Facts[i], view.Phrases[i], view.List.Blocks[i]);

    /// <summary>By rules alone: for sources with so many blocks that no model is asked.</summary>
    private static void JudgeByPlace(BlockView view, string?[] verdicts)
    {
        var (first, last) = SegmentSelector.Find(view);
        for (var i = 0; i < verdicts.Length; i++)
        {
            verdicts[i] = Rule(view, i) ?? (i < first ? "before-article" : i > last ? "after-article" : view.LinkDensity(i) > 0.6 ? "links" : null);
        }
    }

    private static bool HasLinkedBody(BlockView view)
    {
        foreach (ref readonly var block in view.List.Blocks)
        {
            if ((block.Marks & HtmlMark.LinkedBody) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The page's JSON-LD was read because the page itself shows no article.</summary>
    private static void JudgeByLinkedBody(BlockView view, string?[] verdicts)
    {
        for (var i = 0; i < verdicts.Length; i++)
        {
            verdicts[i] = (view.List.Blocks[i].Marks & HtmlMark.LinkedBody) != 0 ? null : Reasons.Name(view, i);
        }
    }

    private static void RemoveCaptions(BlockView view, string?[] verdicts)
    {
        const int MostAsked = 200;
        var proven = false;
        var asked = 0;
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 1; i + 1 < verdicts.Length; i++)
            {
                // A look through the whole text may be needed for each, so their number is bounded.
                var isCaption = view.Facts[i].Words is > 0 and <= Captions.LongestCaption && verdicts[i - 1] is null && verdicts[i + 1] is null
                    && (verdicts[i] is null or "score") && asked++ < MostAsked && (pass == 0
                    ? Captions.Is(view.Text(i), view.Facts[i], view.Facts[i - 1], view.Facts[i + 1], view.List)
                    : Captions.IsBareName(view.Facts[i], view.Facts[i - 1], view.Facts[i + 1]));
                if (isCaption)
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

    /// <summary>"By Jane Doe" above the first paragraph is metadata.</summary>
    private static void RemoveByline(BlockView view, string?[] verdicts)
    {
        const int LongestByline = 8;
        for (var i = 0; i < verdicts.Length && !(verdicts[i] is null && view.IsProse(i)); i++)
        {
            ref readonly var facts = ref view.Facts[i];
            if (verdicts[i] is null && facts.Words <= LongestByline && !facts.EndsSentence && facts.SmallWords <= 2 && AuthorNames.StartsWithBy(view.Text(i)))
            {
                verdicts[i] = "byline";
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
