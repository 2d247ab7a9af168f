using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Selection.Consistency;
using Pipeline.Articles.Cleaning.Selection.Fallback;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Metadata;
using Pipeline.Articles.Metadata.Authors;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>Decides for each block of a page whether it belongs to the article, and by which rule it goes if not.</summary>
/// <remarks>
/// <code>
/// model score, agreed upon by blocks of a kind (PageKinds), overruled by what is sure (PageRule) -> container, if hardly anything is left
/// -> headings over nothing -> further articles -> byline, title -> repeats -> trailing address
/// </code>
/// </remarks>
internal static class BlockJudge
{
    public static string?[] Judge(BlockView view, PageFacts facts, FoundTitle title) =>
        Judge(view, facts, title, view.Count is 0 or > BlockModel.MostBlocks ? null : BlockModel.Default.Score(view, facts, title));

    /// <param name="view">The source's blocks.</param>
    /// <param name="facts">What the page says of itself.</param>
    /// <param name="title">The headline, which is no part of the article's text.</param>
    /// <param name="scores">The model's probability for each block; null to judge by rules alone.</param>
    public static string?[] Judge(BlockView view, PageFacts facts, FoundTitle title, float[]? scores)
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
            JudgeByScore(view, title, scores, verdicts);
            ContainerFallback.Apply(view, facts, title, verdicts);
            EmptySections.Remove(view, verdicts);
        }

        verdicts.AsSpan(NextArticle.Find(view, title)).Fill("next-article");
        RemoveByline(view, verdicts);
        RemoveTitle(view, verdicts, title);
        RemoveRepeats(view, verdicts);
        Repeats.RemoveLarge(view, verdicts);
        TrailingAddress.Remove(view, verdicts);
        return verdicts;
    }

    private static void JudgeByScore(BlockView view, FoundTitle title, float[] scores, string?[] verdicts)
    {
        var threshold = ExpectedF1.Threshold(view, scores);
        var standfirst = Standfirst.Find(view, title, scores, threshold);
        scores = PageKinds.Agree(view, scores, threshold);
        for (var i = 0; i < verdicts.Length; i++)
        {
            // What the model takes out, the rules only give a name where they have one.
            var isOut = scores[i] < threshold && i != standfirst;
            var rule = isOut ? Rule(view, i) : PageRule(view, i);
            verdicts[i] = rule ?? (isOut ? Reasons.Name(view, i) : null);
        }
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

    /// <summary>A script's data were read because the page itself shows no article, or only its beginning.</summary>
    private static void JudgeByLinkedBody(BlockView view, string?[] verdicts)
    {
        for (var i = 0; i < verdicts.Length; i++)
        {
            verdicts[i] = (view.List.Blocks[i].Marks & HtmlMark.LinkedBody) == 0 ? Reasons.Name(view, i)
                : RelatedLink.IsUnlinked(view, i) ? "related-link"
                : Rule(view, i);
        }
    }

    /// <summary>"By Jane Doe" above the first paragraph is metadata.</summary>
    internal static void RemoveByline(BlockView view, string?[] verdicts)
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

    internal static void RemoveTitle(BlockView view, string?[] verdicts, FoundTitle title)
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
    internal static void RemoveRepeats(BlockView view, string?[] verdicts)
    {
        const int Sentence = 8;
        const int Beginning = 12;

        // Texts that begin differently are different, so only those that begin like another are read whole.
        var beginnings = new HashSet<ulong>();
        var alike = new HashSet<ulong>();
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] is null && view.Facts[i].Words >= Sentence && TextHash.Folded(view.Text(i), Beginning) is var beginning && !beginnings.Add(beginning))
            {
                alike.Add(beginning);
            }
        }

        var seen = new HashSet<ulong>();
        for (var i = 0; i < verdicts.Length && alike.Count > 0; i++)
        {
            if (verdicts[i] is null && view.Facts[i].Words >= Sentence && alike.Contains(TextHash.Folded(view.Text(i), Beginning))
                && !seen.Add(TextHash.Folded(view.Text(i))))
            {
                verdicts[i] = "repeated";
            }
        }
    }
}
