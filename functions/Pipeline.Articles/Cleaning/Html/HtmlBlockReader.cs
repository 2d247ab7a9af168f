using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Html.Scripts;

namespace Pipeline.Articles.Cleaning.Html;

/// <summary>Reads the visible text of a page into blocks, in document order. Linear, no recursion.</summary>
internal static class HtmlBlockReader
{
    /// <summary>With less running text than this the page hardly shows an article.</summary>
    private const int HardlyAnyText = 400;

    /// <summary>
    /// What browsers show; where a script's data hold far more of the same article, that; where hardly anything is shown, also what stands
    /// for readers without scripts and what scripts would unfold; where that is no more, the article that the page's JSON-LD holds.
    /// </summary>
    public static BlockList Read(HtmlDocument page, CancellationToken ct)
    {
        const HtmlMark Unseen = HtmlMark.Invisible | HtmlMark.NoScript | HtmlMark.Template;
        var shown = Read(page, Unseen, false, null, ct);
        if (RunningText(shown) is var text && text >= HardlyAnyText)
        {
            return ScriptedBody.Find(page, shown, text) is { } body ? Read(page, Unseen, false, body, ct) : shown;
        }

        foreach (var withLinkedBody in (ReadOnlySpan<bool>)[false, true])
        {
            var more = Read(page, HtmlMark.Invisible, withLinkedBody, null, ct);
            if (RunningText(more) >= HardlyAnyText / 2 && RunningText(more) > 2 * RunningText(shown))
            {
                return more;
            }
        }

        return shown;
    }

    private static int RunningText(BlockList blocks)
    {
        const int Paragraph = 80;
        var characters = 0;
        foreach (ref readonly var block in blocks.Blocks)
        {
            characters += block.Length >= Paragraph && 2 * block.LinkCharacters < block.Length ? block.Length : 0;
        }

        return characters;
    }

    private static BlockList Read(HtmlDocument page, HtmlMark unseen, bool withLinkedBody, ScriptedBody? scripted, CancellationToken ct)
    {
        var blocks = new BlockList(page.Source);
        var nodes = page.Nodes;
        var current = new Block { Node = -1 };
        var breaks = 0;
        var lastLink = -1;
        for (var i = 0; i < nodes.Length; i++)
        {
            ref readonly var node = ref nodes[i];
            if ((node.Marks & unseen) != 0)
            {
                if ((withLinkedBody && LinkedBody.IsIn(page, i)) || scripted?.Node == i)
                {
                    Flush(blocks, ref current, node);
                    AppendBody(blocks, page, i, scripted);
                }

                i = node.End - 1;
                continue;
            }

            switch (node.Tag)
            {
                case HtmlTag.Text:
                    if (current.Node != node.Block || breaks > 1)
                    {
                        Flush(blocks, ref current, node);
                    }

                    if (breaks == 1)
                    {
                        blocks.InsertSpace(node.Start);
                    }

                    breaks = IsBlank(page.Source.AsSpan(node.Start, node.Stop - node.Start)) ? breaks : 0;
                    AppendText(blocks, nodes, i, ref current, ref lastLink);
                    break;
                case HtmlTag.Br:
                    breaks++;
                    break;
                case HtmlTag.Img:
                    current.Images++;
                    break;
                default:
                    if (HtmlTraits.Is(node.Tag, HtmlTrait.Block))
                    {
                        Flush(blocks, ref current, node);
                        breaks = 0;
                    }

                    break;
            }

            if ((i & 0x3FFF) == 0)
            {
                ct.ThrowIfCancellationRequested();
            }
        }

        Flush(blocks, ref current, default);
        return blocks;
    }

    private static void AppendBody(BlockList blocks, HtmlDocument page, int node, ScriptedBody? scripted)
    {
        var block = new Block { Node = page.Nodes[node].Block, TextNode = node + 1, Marks = HtmlMark.ArticleBody | HtmlMark.LinkedBody };
        if (scripted is null)
        {
            LinkedBody.Append(blocks, page, node, EndBlock);
        }
        else
        {
            scripted.Append(blocks, EndBlock);
        }

        void EndBlock() => blocks.EndBlock(block);
    }

    private static void AppendText(BlockList blocks, ReadOnlySpan<HtmlNode> nodes, int index, ref Block current, ref int lastLink)
    {
        ref readonly var node = ref nodes[index];
        var before = blocks.Pending;
        TextAppender.Append(blocks, node.Start, node.Stop);
        var added = blocks.Pending - before;
        if (before == 0 && added > 0)
        {
            current.Marks = node.Marks;
            current.TextNode = index;
        }

        if ((node.Marks & HtmlMark.Link) != 0 && added > 0)
        {
            var link = LinkAround(nodes, node.Parent);
            if (current.Links == 0)
            {
                current.FirstLinkStart = before;
                current.FirstLinkNode = link;
            }

            current.Links += current.Links == 0 || link != lastLink ? 1 : 0;
            current.LinkCharacters += added;
            current.LastLinkEnd = before + added;
            lastLink = link;
        }

        current.BoldCharacters += (node.Marks & HtmlMark.Bold) != 0 ? added : 0;
        current.ItalicCharacters += (node.Marks & HtmlMark.Italic) != 0 ? added : 0;
    }

    /// <summary>The link element around a text, of which only "inside a link" is known; elements between them are few.</summary>
    private static int LinkAround(ReadOnlySpan<HtmlNode> nodes, int node)
    {
        const int MostBetween = 8;
        for (var (at, level) = (node, 0); at > 0 && level < MostBetween; at = nodes[at].Parent, level++)
        {
            if (nodes[at].Tag == HtmlTag.A)
            {
                return at;
            }
        }

        return node;
    }

    private static void Flush(BlockList blocks, ref Block current, in HtmlNode next)
    {
        current.Shape = (current.Marks & HtmlMark.Heading) != 0 ? BlockShape.Heading
            : (current.Marks & HtmlMark.Quote) != 0 ? BlockShape.Quote
            : (current.Marks & HtmlMark.List) != 0 ? BlockShape.ListItem
            : BlockShape.Plain;
        var images = blocks.EndBlock(current) ? 0 : current.Images;
        current = new Block { Node = next.Block, Images = images };
    }

    private static bool IsBlank(ReadOnlySpan<char> text) => text.IsWhiteSpace();
}
