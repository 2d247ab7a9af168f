using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>Features that markup gives: elements, class names, containers, and what the page's own metadata says.</summary>
internal static class PageFeatures
{
    private const int Levels = 4;

    public static void Add(FeatureTable table, BlockView view, PageFacts facts, FoundTitle title)
    {
        var page = view.Page!;
        var tree = view.Tree!;
        AddElements(table, view, page);
        AddMarks(table, view);
        AddHints(table, view, tree);
        AddContainers(table, view, tree);
        AddSignatures(table, view, tree);
        AddTop(table, view, tree, title);
        AddOrdinals(table, view, page, tree);
        PlaceFeatures.Add(table, view, tree, title);
        WitnessFeatures.Add(table, view, facts);
    }

    private static void AddElements(FeatureTable table, BlockView view, HtmlDocument page)
    {
        TextFeatures.Each(table, view, (v, i) => KindOf(page.Nodes[v.List.Blocks[i].Node].Tag));
        TextFeatures.Each(table, view, (v, i) => page.Nodes[v.List.Blocks[i].Node].Tag == HtmlTag.P ? 1 : 0);
        TextFeatures.Each(table, view, (v, i) => page.Nodes[v.List.Blocks[i].Node].Tag is >= HtmlTag.H1 and <= HtmlTag.H6 and var h ? h - HtmlTag.H1 + 1 : 0);
        TextFeatures.Each(table, view, (v, i) => i > 0 ? KindOf(page.Nodes[v.List.Blocks[i - 1].Node].Tag) : -1);
        TextFeatures.Each(table, view, (v, i) => i + 1 < v.Count ? KindOf(page.Nodes[v.List.Blocks[i + 1].Node].Tag) : -1);
    }

    internal static float KindOf(HtmlTag tag) => tag switch
    {
        HtmlTag.P => 0,
        HtmlTag.BlockQuote => 1,
        HtmlTag.Pre => 2,
        >= HtmlTag.H1 and <= HtmlTag.H6 => 3,
        HtmlTag.Li => 5,
        HtmlTag.Dd or HtmlTag.Dt => 6,
        HtmlTag.Td or HtmlTag.Th or HtmlTag.Tr => 7,
        HtmlTag.FigCaption or HtmlTag.Figure or HtmlTag.Caption => 8,
        HtmlTag.Div => 4,
        HtmlTag.Section or HtmlTag.Article or HtmlTag.Main => 9,
        HtmlTag.Header or HtmlTag.Footer or HtmlTag.Nav or HtmlTag.Aside => 10,
        _ => 11,
    };

    private static void AddMarks(FeatureTable table, BlockView view)
    {
        foreach (var mark in new[]
        {
            HtmlMark.Article, HtmlMark.Main, HtmlMark.Aside, HtmlMark.Header, HtmlMark.Footer, HtmlMark.Nav, HtmlMark.Form, HtmlMark.Figure, HtmlMark.Table,
            HtmlMark.List, HtmlMark.Hidden, HtmlMark.ArticleBody, HtmlMark.Dialog, HtmlMark.Quote, HtmlMark.Italic, HtmlMark.Bold,
        })
        {
            TextFeatures.Each(table, view, (v, i) => (v.List.Blocks[i].Marks & mark) != 0 ? 1 : 0);
        }
    }

    private static void AddHints(FeatureTable table, BlockView view, ContainerTree tree)
    {
        var near = new ClassHint[view.Count];
        var far = new ClassHint[view.Count];
        for (var i = 0; i < view.Count; i++)
        {
            (near[i], far[i]) = tree.HintsAround(view.List.Blocks[i].Node);
        }

        for (var hint = 0; hint < ClassHints.Count; hint++)
        {
            var column = table.Add();
            for (var i = 0; i < column.Length; i++)
            {
                column[i] = (2 * (((uint)near[i] >> hint) & 1)) + (((uint)far[i] >> hint) & 1);
            }
        }
    }

    private static void AddContainers(FeatureTable table, BlockView view, ContainerTree tree)
    {
        for (var level = 1; level <= Levels; level++)
        {
            var words = table.Add();
            var depth = level;
            Fill(words, view, node => tree.Words(tree.Ancestor(node, depth)));
            Fill(table.Add(), view, node => tree.ProseShare(tree.Ancestor(node, depth)));
            Fill(table.Add(), view, node => tree.LinkDensity(tree.Ancestor(node, depth)));
            Fill(table.Add(), view, node => tree.Blocks(tree.Ancestor(node, depth)));
        }

        Fill(table.Add(), view, tree.Depth);
        Fill(table.Add(), view, node => tree.ProseShare(tree.Enclosing(node, HtmlTag.Article)));
        Fill(table.Add(), view, node => tree.ProseShare(tree.Enclosing(node, HtmlTag.Section)));
        Fill(table.Add(), view, node => tree.LinkDensity(tree.Enclosing(node, HtmlTag.Ul)));
    }

    private static void Fill(Span<float> column, BlockView view, Func<int, float> read)
    {
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = read(view.List.Blocks[i].Node);
        }
    }

    private static void AddSignatures(FeatureTable table, BlockView view, ContainerTree tree)
    {
        // Blocks of one kind (same elements and classes) share their fate: paragraphs of the article, entries of a list.
        var groups = new Dictionary<int, (float Words, float Prose, float Links, int Count)>();
        var own = new int[view.Count];
        var allProse = 1f;
        for (var i = 0; i < view.Count; i++)
        {
            own[i] = tree.Signature(view.List.Blocks[i].Node);
            var group = groups.GetValueOrDefault(own[i]);
            var prose = view.IsProse(i) ? view.Facts[i].Words : 0;
            allProse += prose;
            groups[own[i]] = (group.Words + view.Facts[i].Words, group.Prose + prose, group.Links + (float)view.LinkDensity(i), group.Count + 1);
        }

        TextFeatures.Each(table, view, (_, i) => groups[own[i]].Prose / allProse);
        TextFeatures.Each(table, view, (_, i) => groups[own[i]].Words / groups[own[i]].Count);
        TextFeatures.Each(table, view, (_, i) => groups[own[i]].Links / groups[own[i]].Count);
        TextFeatures.Each(table, view, (_, i) => groups[own[i]].Count);
        TextFeatures.Each(table, view, (_, i) => i > 0 && own[i] == own[i - 1] ? 1 : 0);
        TextFeatures.Each(table, view, (_, i) => i + 1 < own.Length && own[i] == own[i + 1] ? 1 : 0);
    }

    private static void AddTop(FeatureTable table, BlockView view, ContainerTree tree, FoundTitle title)
    {
        var top = tree.Top();
        var common = table.Add();
        Fill(common, view, node => tree.StepsUpToMeet(top, node));
        Fill(table.Add(), view, node => tree.StepsUpToMeet(node, top));
        var heading = title.Block < 0 ? -1 : view.List.Blocks[title.Block].Node;
        Fill(table.Add(), view, node => heading < 0 ? -1 : tree.StepsUpToMeet(heading, node));
        Fill(table.Add(), view, node => heading < 0 ? -1 : tree.StepsUpToMeet(node, heading));
    }

    /// <summary>Pages that go on with further articles: how many article elements and top headings came before.</summary>
    private static void AddOrdinals(FeatureTable table, BlockView view, HtmlDocument page, ContainerTree tree)
    {
        var articles = table.Add();
        var headings = table.Add();
        var (articleCount, headingCount, lastArticle, lastHeading) = (0, 0, -1, -1);
        for (var i = 0; i < articles.Length; i++)
        {
            var node = view.List.Blocks[i].Node;
            var article = tree.Enclosing(node, HtmlTag.Article);
            if (article >= 0 && article > lastArticle)
            {
                articleCount++;
                lastArticle = article;
            }

            if (page.Nodes[node].Tag == HtmlTag.H1 && node != lastHeading)
            {
                headingCount++;
                lastHeading = node;
            }

            articles[i] = article < 0 ? -articleCount : articleCount;
            headings[i] = headingCount;
        }
    }
}
