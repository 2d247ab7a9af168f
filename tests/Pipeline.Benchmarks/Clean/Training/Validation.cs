using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Formats;

namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>What the cleaner makes of pages whose article is known, judged by given probabilities or by rules alone.</summary>
internal static class Validation
{
    /// <summary>The text that the pipeline's own cleaner would keep.</summary>
    public static (string Text, string?[] Verdicts) Clean(TrainingPage page, float[]? probabilities)
    {
        var verdicts = BlockJudge.Judge(page.View, page.Facts, page.Title, probabilities);
        if (NotAnArticle.Find(page.View, verdicts, page.Facts, page.Title) is not null)
        {
            return ("", verdicts);
        }

        return (ArticleAssembler.Assemble(page.View.List, verdicts).Text, verdicts);
    }
}
