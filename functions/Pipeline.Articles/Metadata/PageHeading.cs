using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Articles.Metadata;

/// <summary>The h1 that heads a page's article, and what its words and its place say of it.</summary>
/// <param name="IsLike">True when it has a title's length and shares words with what the page elsewhere calls its title.</param>
/// <param name="IsInTrail">
/// True when it ends the way back to the front page. A site that puts its h1 there shows another heading above the article.
/// </param>
internal sealed record PageHeading(string Text, int Block, bool IsLike, bool IsInTrail)
{
    private const int Longest = 80;
    private const int LeastWords = 4;
    private const int MostWords = 20;
    private const double Like = 0.4;
    private const int TrailReach = 4;

    /// <summary>The first h1 that the page's metadata bears out, else the one that shares most words with it, else the only one.</summary>
    public static PageHeading? Find(BlockView view, PageFacts facts, IReadOnlyList<string> names)
    {
        var witnesses = Witnesses(facts);
        var known = new Lazy<List<HashSet<string>>>(() => witnesses.ConvertAll(TitleWords.Of));
        PageHeading? like = null, only = null;
        var (most, count) = (0.0, 0);
        for (var i = 0; i < view.Count; i++)
        {
            if ((view.List.Blocks[i].Marks & HtmlMark.Heading) == 0 || view.Facts[i].Words > Longest || ElementOf(view, i) is not { } element)
            {
                continue;
            }

            var text = view.Text(i).ToString();
            if (IsSite(text, facts, names))
            {
                continue;
            }

            var words = TitleWords.Of(text);
            var isTitle = words.Count is >= LeastWords and <= MostWords;
            if (view.Facts[i].Words >= 2 && witnesses.Exists(w => w.Contains(text, StringComparison.OrdinalIgnoreCase)))
            {
                return new PageHeading(text, i, isTitle, IsTrail(view.Page!, element));
            }

            only = new PageHeading(text, i, IsLike: false, IsTrail(view.Page!, element));
            count++;
            var shared = isTitle ? known.Value.Select(w => TitleWords.Shared(words, w)).DefaultIfEmpty().Max() : 0;
            if (shared >= Like && shared > most)
            {
                (like, most) = (only with { IsLike = true }, shared);
            }
        }

        return like ?? (count == 1 && only!.Text.Count(' ') >= 2 ? only : null);
    }

    private static List<string> Witnesses(PageFacts facts) =>
        [.. new[] { facts.First("og:title"), facts.First("twitter:title"), facts.TitleElement }
            .Concat(facts.LinkedData.Select(d => d.Headline)).OfType<string>().Where(w => w.Length > 0)];

    /// <summary>Blogs head every page with their own name; the title element then has it before or behind the article's title.</summary>
    private static bool IsSite(string text, PageFacts facts, IReadOnlyList<string> names)
    {
        if (SiteSuffix.IsSite(text, names))
        {
            return true;
        }

        if (facts.TitleElement is not { } element || facts.First("og:title") is not { } title || TitleFinder.Same(text, title))
        {
            return false;
        }

        var whole = TextHash.Folded(element);
        return whole == TextHash.Folded(text + title) || whole == TextHash.Folded(title + text);
    }

    /// <summary>The h1 that holds a block.</summary>
    private static int? ElementOf(BlockView view, int block)
    {
        var node = view.List.Blocks[block].Node;
        while (node >= 0 && view.Page!.Nodes[node].Tag != HtmlTag.H1)
        {
            node = view.Page.Nodes[node].Parent;
        }

        return node < 0 ? null : node;
    }

    private static bool IsTrail(HtmlDocument page, int heading)
    {
        var parent = page.Nodes[heading].Parent;
        if (parent >= 0 && page.Nodes[parent].Tag == HtmlTag.Li)
        {
            return true;
        }

        for (var (node, step) = (heading, 0); node >= 0 && step <= TrailReach; node = page.Nodes[node].Parent, step++)
        {
            if (page.Nodes[node].Tag == HtmlTag.Nav || page.Attribute(node, "class").Contains("breadcrumb", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
