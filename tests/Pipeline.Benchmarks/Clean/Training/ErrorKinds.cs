using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Text;

namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>Names what kind of block was kept or removed wrongly: its nature, and where it stands.</summary>
internal static class ErrorKinds
{
    /// <returns>Kinds with the words of the blocks, such as "extra note behind" or "missed standfirst before"; empty for a page without errors.</returns>
    public static List<(string Kind, int Words)> Of(TrainingPage page, string?[] verdicts)
    {
        var first = Array.FindIndex(page.Labels, label => label > 0);
        var last = Array.FindLastIndex(page.Labels, label => label > 0);
        var errors = new List<(string, int)>();
        for (var i = 0; i < verdicts.Length; i++)
        {
            var isKept = verdicts[i] is null;
            if (isKept != page.Labels[i] > 0)
            {
                var place = i < first ? "before" : i > last ? "behind" : "inside";
                errors.Add(($"{(isKept ? "extra" : "missed")} {Nature(page, i, first)} {place}", page.View.Facts[i].Words));
            }
        }

        return errors;
    }

    private static string Nature(TrainingPage page, int i, int first)
    {
        const int Near = 4;
        const PhraseKind Notes = PhraseKind.Related | PhraseKind.Subscribe | PhraseKind.Follow | PhraseKind.Account;
        const PhraseKind Credits = PhraseKind.Byline | PhraseKind.Biography | PhraseKind.Source | PhraseKind.Copyright | PhraseKind.ImageCredit | PhraseKind.Updated;
        var block = page.View.List.Blocks[i];
        var facts = page.View.Facts[i];
        return page.View.LinkDensity(i) > 0.6 ? "links"
            : (block.Marks & HtmlMark.Figure) != 0 ? "caption"
            : page.Title.Block >= 0 && i > page.Title.Block && i - page.Title.Block <= Near && i <= first + 1 && facts.Words >= 5 ? "standfirst"
            : block.Shape == BlockShape.Heading ? "sub-headline"
            : (block.Marks & HtmlMark.Table) != 0 ? "table"
            : (page.View.Phrases[i] & Notes) != 0 ? "appeal"
            : (page.View.Phrases[i] & Credits) != 0 ? "credit"
            : block.Shape == BlockShape.ListItem ? "list item"
            : page.View.IsProse(i) ? "paragraph"
            : "short text";
    }
}
