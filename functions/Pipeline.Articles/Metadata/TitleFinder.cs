using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Metadata;

/// <summary>Finds the headline: given, in the page's metadata, in its headings, or in a line of a text.</summary>
internal static class TitleFinder
{
    public static FoundTitle Find(BlockView view, PageFacts facts, GivenFields given)
    {
        var found = !string.IsNullOrWhiteSpace(given.Title) ? new FoundTitle(Characters.Fold(given.Title), "given", null, -1)
            : view.Page is null ? OfText(view)
            : OfPage(view, facts);
        return found.Block >= 0 || found.Value.Length == 0 ? found : found with { Block = BlockOf(view, found.Value) };
    }

    /// <summary>True when two texts are the same but for case, spaces and marks.</summary>
    public static bool Same(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        Math.Abs(first.Length - second.Length) <= 12 && TextHash.Folded(first) == TextHash.Folded(second);

    private static FoundTitle OfPage(BlockView view, PageFacts facts)
    {
        var site = facts.First("og:site_name");
        var heading = Heading(view, facts);
        var linked = facts.LinkedData.FirstOrDefault(d => d.IsArticle && !string.IsNullOrEmpty(d.Headline))?.Headline;
        var candidates = new List<(string? Text, string Source)>
        {
            (heading, "h1"), (linked, "json-ld"), (facts.First("og:title"), "meta:og:title"), (facts.First("twitter:title"), "meta:twitter:title"),
            (facts.First("dc.title"), "meta:dc.title"), (facts.TitleElement, "title"),
        };
        foreach (var (text, source) in candidates)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                var clean = source is "h1" or "json-ld" ? text : SiteSuffix.Remove(text, site, heading);
                return new FoundTitle(clean, source, clean == text ? null : text, -1);
            }
        }

        return new FoundTitle("", "", null, -1);
    }

    /// <summary>The h1 that the page's metadata bears out, or the only one.</summary>
    private static string? Heading(BlockView view, PageFacts facts)
    {
        var witness = TextHashes(facts);
        string? only = null;
        var count = 0;
        for (var i = 0; i < view.Count; i++)
        {
            ref readonly var block = ref view.List.Blocks[i];
            if (!IsInside(view.Page!, block.Node, HtmlTag.H1))
            {
                continue;
            }

            var text = view.Text(i).ToString();
            if (witness.Any(w => w.Contains(text, StringComparison.OrdinalIgnoreCase)) && view.Facts[i].Words >= 2)
            {
                return text;
            }

            only = text;
            count++;
        }

        return count == 1 && only!.Count(' ') >= 2 ? only : null;
    }

    private static List<string> TextHashes(PageFacts facts)
    {
        var witness = new List<string>();
        foreach (var text in new[] { facts.First("og:title"), facts.First("twitter:title"), facts.TitleElement }.Concat(facts.LinkedData.Select(d => d.Headline)))
        {
            if (!string.IsNullOrEmpty(text))
            {
                witness.Add(text);
            }
        }

        return witness;
    }

    internal static bool IsInside(HtmlDocument page, int node, HtmlTag tag)
    {
        for (var i = node; i >= 0; i = page.Nodes[i].Parent)
        {
            if (page.Nodes[i].Tag == tag)
            {
                return true;
            }
        }

        return false;
    }

    private static int BlockOf(BlockView view, string title)
    {
        var best = -1;
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Facts[i].Words <= 60 && Same(view.Text(i), title) && (best < 0 || (view.List.Blocks[i].Shape == BlockShape.Heading && view.List.Blocks[best].Shape != BlockShape.Heading)))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>
    /// The headline of a text without markup: a Markdown heading, else a line before the first paragraph that is no sentence and no
    /// furniture, else the headline that a "Source:" line names.
    /// </summary>
    private static FoundTitle OfText(BlockView view)
    {
        const int HeadLines = 40;
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

    private static bool IsHeadline(BlockView view, int i)
    {
        ref readonly var facts = ref view.Facts[i];
        return facts.Words is >= 4 and <= 32 && !facts.EndsSentence && facts.StartsCapital | facts.StartsQuote | facts.Unspaced > 0 | facts.NumberWords > 0
            && view.LinkDensity(i) < 0.5 && !facts.EndsColon && facts.SentenceEnds <= 1
            && LineRules.Find(view.Text(i), facts, view.Phrases[i], view.List.Blocks[i]) is null;
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
