using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Text.Lines;

/// <summary>Decides for each line of a text whether it belongs to the article, and by which rule it goes if not.</summary>
/// <remarks>
/// <code>
/// readable rules (copyright, hashtags, credits ...) -> model score -> captions -> byline, title, repeats
/// </code>
/// </remarks>
internal static class LineJudge
{
    /// <summary>Of what only looks like a menu ("Search for survivors") the model knows more when it is as sure as this.</summary>
    private const float Likely = 0.55f;

    public static string?[] Judge(BlockView view, FoundTitle title) =>
        Judge(view, title, view.Count is 0 or > LineModel.MostLines ? null : LineModel.Default.Score(new LineTraits(view, title)));

    /// <param name="view">The lines.</param>
    /// <param name="title">The headline, which is no part of the article's text.</param>
    /// <param name="scores">The model's probability for each line; null to judge by rules alone.</param>
    public static string?[] Judge(BlockView view, FoundTitle title, float[]? scores)
    {
        var verdicts = new string?[view.Count];
        if (scores is null)
        {
            JudgeByPlace(view, verdicts);
        }
        else
        {
            JudgeByScore(view, scores, verdicts);
        }

        RemoveCaptions(view, verdicts);
        BlockJudge.RemoveByline(view, verdicts);
        BlockJudge.RemoveTitle(view, verdicts, title);
        BlockJudge.RemoveRepeats(view, verdicts);
        return verdicts;
    }

    private static void JudgeByScore(BlockView view, float[] scores, string?[] verdicts)
    {
        var threshold = ExpectedF1.Threshold(view, scores);
        for (var i = 0; i < verdicts.Length; i++)
        {
            var rule = Rule(view, i);
            var isOverruled = rule is ("interface" or "menu-line" or "calendar") && scores[i] >= Likely;
            verdicts[i] = (isOverruled ? null : rule) ?? (scores[i] < threshold ? Reasons.Name(view, i) : null);
        }
    }

    private static string? Rule(BlockView view, int i) => LineRules.Find(view.Text(i), view.Facts[i], view.Phrases[i], view.List.Blocks[i]);

    /// <summary>By rules alone: for texts with so many lines that no model is asked.</summary>
    private static void JudgeByPlace(BlockView view, string?[] verdicts)
    {
        var (first, last) = SegmentSelector.Find(view);
        for (var i = 0; i < verdicts.Length; i++)
        {
            verdicts[i] = Rule(view, i) ?? (i < first ? "before-article" : i > last ? "after-article" : view.LinkDensity(i) > 0.6 ? "links" : null);
        }
    }

    /// <summary>
    /// Bare names between paragraphs are captions only where no other short line stands between paragraphs: else they may be sub-headlines
    /// like the others. A line that ends in a word for something pictured is a caption anywhere.
    /// </summary>
    private static void RemoveCaptions(BlockView view, string?[] verdicts)
    {
        const int MostAsked = 200;
        var captions = new List<int>();
        var (asked, others, proven) = (0, 0, false);
        for (var i = 1; i + 1 < verdicts.Length; i++)
        {
            ref readonly var facts = ref view.Facts[i];
            if (facts.Words is 0 or > Captions.LongestCaption || facts.EndsSentence || verdicts[i] is not (null or "score") || verdicts[i - 1] is not null || verdicts[i + 1] is not null)
            {
                continue;
            }

            // A look through the whole text may be needed for each, so their number is bounded.
            var (before, after) = (view.Facts[i - 1], view.Facts[i + 1]);
            if (Captions.IsPictured(view.Text(i), facts, before, after))
            {
                verdicts[i] = "caption";
                proven = true;
            }
            else if (asked < MostAsked && Captions.IsBareName(facts, before, after))
            {
                captions.Add(i);
                proven |= asked++ < MostAsked && Captions.IsSpokenOf(view.Text(i), view.List);
            }
            else if (verdicts[i] is null)
            {
                others++;
            }
        }

        foreach (var caption in others == 0 && proven ? captions : [])
        {
            verdicts[caption] = "caption";
        }
    }
}
