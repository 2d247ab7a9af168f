using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Metadata.Authors;
using Pipeline.Articles.Metadata.Dates;

namespace Pipeline.Articles.Metadata;

/// <summary>The headline of a text without markup.</summary>
internal static class TextTitle
{
    private const int LongestHeading = 80;

    /// <summary>
    /// The headline of a text without markup: a Markdown heading, else a line before the first paragraph that is no sentence and no
    /// furniture, else the headline that a "Source:" line names.
    /// </summary>
    public static FoundTitle Find(BlockView view)
    {
        const int HeadLines = 40;
        if (OfFirstLine(view) is { Block: >= 0 } repeated)
        {
            return repeated;
        }

        var (first, last) = SegmentSelector.Find(view);
        var best = -1;
        for (var i = 0; i < view.Count && i <= Math.Max(first, 0) + 1 && i <= last; i++)
        {
            if (i < first - HeadLines || !IsHeadline(view, i))
            {
                continue;
            }

            // The last such line before the article wins, but a heading mark beats all others.
            if (best < 0 || view.List.Blocks[i].Shape == BlockShape.Heading || view.List.Blocks[best].Shape != BlockShape.Heading)
            {
                best = i;
            }

            if (i >= first)
            {
                break;
            }
        }

        return best >= 0 ? new FoundTitle(view.Text(best).ToString(), "headline", null, best) : OfSourceLine(view);
    }

    /// <summary>Dumps of whole pages begin with the page's title ("Headline | Site"); the line further down that it holds is the headline.</summary>
    private static FoundTitle OfFirstLine(BlockView view)
    {
        const int LinesRead = 400;
        const int FewestWords = 4;
        var first = view.Count > 0 && view.Facts[0].Words is >= FewestWords and <= LongestHeading ? view.Text(0) : default;
        var best = -1;
        for (var i = 1; i < Math.Min(view.Count, LinesRead) && !first.IsEmpty; i++)
        {
            // A first sentence that stands again is no headline: the whole text may stand twice.
            if (view.Facts[i].Words >= FewestWords && view.Facts[i].Length <= first.Length && !(view.Facts[i].EndsSentence && view.Facts[i].Length == first.Length)
                && (first.StartsWith(view.Text(i), StringComparison.OrdinalIgnoreCase) || first.EndsWith(view.Text(i), StringComparison.OrdinalIgnoreCase))
                && (best < 0 || view.Facts[i].Length > view.Facts[best].Length))
            {
                best = i;
            }
        }

        return best < 0 ? new FoundTitle("", "", null, -1) : new FoundTitle(view.Text(best).ToString(), "headline", null, best);
    }

    private static bool IsHeadline(BlockView view, int i)
    {
        ref readonly var facts = ref view.Facts[i];
        return facts.Words is >= 4 and <= 32 && !facts.EndsSentence && facts.StartsCapital | facts.StartsQuote | facts.Unspaced > 0 | facts.NumberWords > 0
            && view.LinkDensity(i) < 0.5 && !facts.EndsColon && !facts.EndsComma && facts.SentenceEnds <= 1 && !IsBesideHeadline(view, i)
            && LineRules.Find(view.Text(i), facts, view.Phrases[i], view.List.Blocks[i]) is null;
    }

    /// <summary>Bylines, dates and credits stand where headlines do, and have their looks.</summary>
    private static bool IsBesideHeadline(BlockView view, int i)
    {
        const int FewestLeft = 4;
        ref readonly var facts = ref view.Facts[i];
        if ((view.Phrases[i] & PhraseKind.ImageCredit) != 0 || (AuthorNames.StartsWithBy(view.Text(i)) && facts.Words <= 12))
        {
            return true;
        }

        return facts.Digits >= 4 && DateScanner.FindAll(view.Text(i), default, 1) is [var date]
            && view.Text(i)[..date.Start].Count(' ') + view.Text(i)[date.End..].Count(' ') <= FewestLeft;
    }

    private static FoundTitle OfSourceLine(BlockView view)
    {
        for (var i = view.Count - 1; i >= 0; i--)
        {
            var text = view.Text(i);
            if (view.Facts[i] is { HasUrl: false, Words: >= 5 and <= 40 }
                && LineRules.Find(text, view.Facts[i], view.Phrases[i], view.List.Blocks[i]) == "source-line")
            {
                var mark = text.IndexOfAny(":→");
                var title = text[(mark + 1)..].Trim().ToString();
                return new FoundTitle(title, "source-line", text.ToString(), i) with { Block = -1 };
            }
        }

        return new FoundTitle("", "", null, -1);
    }
}
