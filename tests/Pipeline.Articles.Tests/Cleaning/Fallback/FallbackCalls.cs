using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Selection.Fallback;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Tests.Cleaning.Fallback;

/// <summary>The second way by itself, as if the model had kept nothing, or only the blocks that hold a given text.</summary>
internal static class FallbackCalls
{
    /// <returns>The blocks kept, unless the page is then taken for no article.</returns>
    public static IReadOnlyList<string> Kept(string page, string? keptByModel = null)
    {
        var view = BlockReading.Read(new SourceText { Text = page, Kind = MediaKind.Html, Charset = "utf-8", Given = GivenFields.None }, CancellationToken.None);
        using var html = view.Page!;
        var facts = PageFacts.Read(html);
        var title = TitleFinder.Find(view, facts, GivenFields.None);
        var scores = new float[view.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = keptByModel is not null && view.Text(i).Contains(keptByModel, StringComparison.Ordinal) ? 1 : 0;
        }

        var verdicts = BlockJudge.Judge(view, facts, title, scores);
        return NotAnArticle.Find(view, verdicts, facts, title) is null
            ? [.. Enumerable.Range(0, view.Count).Where(i => verdicts[i] is null).Select(i => view.Text(i).ToString())]
            : [];
    }
}
