using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Selection.Fallback;

/// <summary>What speaks for a stretch of text being the page's article. One witness alone is too little: error pages and walls have each of them at times.</summary>
/// <param name="IsClaimed">The page calls itself an article.</param>
/// <param name="IsQuoted">The page's description or its JSON-LD quotes the text.</param>
/// <param name="IsPlaced">It stands in an element for articles, or below the headline.</param>
/// <param name="IsOnTopic">It takes up the words of the headline.</param>
/// <param name="IsLogIn">The page asks for a password.</param>
internal readonly record struct ArticleEvidence(bool IsClaimed, bool IsQuoted, bool IsPlaced, bool IsOnTopic, bool IsLogIn)
{
    private const HtmlMark Holders = HtmlMark.Article | HtmlMark.Main | HtmlMark.ArticleBody;
    private const ClassHint Names = ClassHint.Article | ClassHint.Content | ClassHint.Body | ClassHint.Post;

    public bool IsEnough => IsPlaced && (IsQuoted ? IsClaimed || !IsLogIn : IsClaimed && IsOnTopic);

    public static ArticleEvidence Of(BlockView view, PageFacts facts, FoundTitle title, TextStretch stretch) => new(
        NotAnArticle.ClaimsArticle(facts), IsQuotedBy(view, facts, stretch), Stands(view, title, stretch), HeadlineWords.AreTakenUp(view, title, stretch), NotAnArticle.AsksPassword(view));

    private static bool Stands(BlockView view, FoundTitle title, TextStretch stretch)
    {
        var block = view.List.Blocks[stretch.First];
        var (near, far) = view.Tree!.HintsAround(block.Node);
        return (block.Marks & Holders) != 0 || ((near | far) & Names) != 0
            || (title.Block >= 0 && title.Block <= stretch.Last && view.List.Blocks[title.Block].Shape == Blocks.BlockShape.Heading);
    }

    private static bool IsQuotedBy(BlockView view, PageFacts facts, TextStretch stretch)
    {
        var bodies = facts.LinkedData.Where(d => d.Body is not null).Select(d => d.Body!).ToList();
        var beginnings = WitnessFeatures.Summaries(facts).Select(text => WitnessFeatures.BeginningOf(text)).Where(hash => hash is not null).ToHashSet();
        var inBody = 0;
        for (var i = stretch.First; i <= stretch.Last; i++)
        {
            if (!view.IsProse(i))
            {
                continue;
            }

            if (WitnessFeatures.BeginningOf(view.Text(i)) is { } hash && beginnings.Contains(hash))
            {
                return true;
            }

            var block = i;
            inBody += bodies.Exists(body => WitnessFeatures.Stands(view.Text(block), body)) ? view.Facts[i].Words : 0;
        }

        return 2 * inBody > stretch.Prose;
    }
}
