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

        if (LikeFirstLine(view) is { Block: >= 0 } reworded)
        {
            return reworded;
        }

        var (first, last) = SegmentSelector.Find(view);
        var hasStops = HasStops(view);
        var best = -1;
        for (var i = 0; i < view.Count && i <= Math.Max(first, 0) + 1 && i <= last; i++)
        {
            if (i < first - HeadLines || !IsHeadline(view, i, hasStops))
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

    /// <summary>
    /// False of a text without spaces whose sentences mostly end without a full stop, as people write in forums: a line without one is
    /// then no headline.
    /// </summary>
    private static bool HasStops(BlockView view)
    {
        const int Sentence = 8;
        var (ended, all) = (0, 0);
        foreach (ref readonly var facts in view.Facts.AsSpan())
        {
            var counts = facts.Unspaced > 0 && facts.Words >= Sentence;
            all += counts ? 1 : 0;
            ended += counts && facts.EndsSentence ? 1 : 0;
        }

        return 2 * ended >= all;
    }

    /// <summary>The page's title often words the headline in another way; the line that shares most of its words with it is the headline.</summary>
    private static FoundTitle LikeFirstLine(BlockView view)
    {
        const int LinesRead = 200;
        const int FewestWords = 4;
        const int MostWords = 40;
        const double Shared = 0.4;
        if (view.Count == 0 || view.Facts[0].Words is < FewestWords or > MostWords || view.Facts[0].EndsSentence)
        {
            return new FoundTitle("", "", null, -1);
        }

        var first = Words(view.Text(0));
        var (best, most) = (-1, Shared);
        for (var i = 1; i < Math.Min(view.Count, LinesRead); i++)
        {
            if (view.Facts[i].Words is < FewestWords or > MostWords || !SharesWords(view, i, FewestWords - 1) || !IsHeadline(view, i, hasStops: true) || view.IsProse(i))
            {
                continue;
            }

            var words = Words(view.Text(i));
            var both = words.Count(first.Contains);
            var share = 2.0 * both / (words.Count + first.Count);
            if (both >= FewestWords - 1 && share > most)
            {
                (best, most) = (i, share);
            }
        }

        return best < 0 ? new FoundTitle("", "", null, -1) : new FoundTitle(view.Text(best).ToString(), "headline", null, best);
    }

    /// <summary>True when a line may have so many words of the first line, by their hashes: a quick look that sorts most lines out.</summary>
    private static bool SharesWords(BlockView view, int i, int fewest)
    {
        var words = view.Words!;
        var first = words.Of(0);
        var shared = 0;
        foreach (var word in words.Of(i))
        {
            shared += first.Contains(word) ? 1 : 0;
        }

        return shared >= fewest;
    }

    /// <summary>Words that say something: of more than three letters, without case.</summary>
    private static HashSet<string> Words(ReadOnlySpan<char> text)
    {
        const int Shortest = 4;
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var range in text.Split(' '))
        {
            var word = text[range].Trim(",.:;!?\"'“”‘’()[]");
            if (word.Length >= Shortest)
            {
                words.Add(word.ToString());
            }
        }

        return words;
    }

    private static bool IsHeadline(BlockView view, int i, bool hasStops)
    {
        ref readonly var facts = ref view.Facts[i];
        return facts.Words is >= 4 and <= 32 && !facts.EndsSentence && facts.StartsCapital | facts.StartsQuote | (facts.Unspaced > 0 && hasStops) | facts.NumberWords > 0
            && view.LinkDensity(i) < 0.5 && !facts.EndsColon && !facts.EndsComma && facts.SentenceEnds <= 1 && !IsBesideHeadline(view, i)
            && LineRules.Find(view.Text(i), facts, view.Phrases[i], view.List.Blocks[i]) is null;
    }

    /// <summary>Bylines, dates and credits stand where headlines do, and have their looks.</summary>
    private static bool IsBesideHeadline(BlockView view, int i)
    {
        const int FewestLeft = 4;
        ref readonly var facts = ref view.Facts[i];
        if (facts.HasUrl || (view.Phrases[i] & PhraseKind.ImageCredit) != 0 || ((view.Phrases[i] & PhraseKind.Share) != 0 && facts.Words <= 10) || IsFollowUs(view, i) || (AuthorNames.StartsWithBy(view.Text(i)) && facts.Words <= 12))
        {
            return true;
        }

        return facts.Digits >= 4 && DateScanner.FindAll(view.Text(i), default, 1) is [var date]
            && view.Text(i)[..date.Start].Count(' ') + view.Text(i)[date.End..].Count(' ') <= FewestLeft;
    }

    /// <summary>"Follow us on X @example": only where it begins so, since a headline may well say "like us".</summary>
    private static bool IsFollowUs(BlockView view, int i)
    {
        const int Beginning = 12;
        return (view.Phrases[i] & PhraseKind.Follow) != 0 && view.Facts[i].Words <= 10
            && Phrases.Find(view.Text(i)[..Math.Min(view.Text(i).Length, Beginning)]).HasFlag(PhraseKind.Follow);
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
