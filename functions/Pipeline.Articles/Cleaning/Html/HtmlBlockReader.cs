using Pipeline.Articles.Cleaning.Blocks;

namespace Pipeline.Articles.Cleaning.Html;

/// <summary>Reads the visible text of a page into blocks, in document order. Linear, no recursion.</summary>
internal static class HtmlBlockReader
{
    /// <summary>With less visible text than this, what stands for readers without scripts is read too.</summary>
    private const int HardlyAnyText = 400;

    public static BlockList Read(HtmlDocument page, CancellationToken ct)
    {
        var blocks = Read(page, HtmlMark.Invisible | HtmlMark.NoScript, ct);
        return blocks.Text.Length >= HardlyAnyText ? blocks : Read(page, HtmlMark.Invisible, ct);
    }

    private static BlockList Read(HtmlDocument page, HtmlMark unseen, CancellationToken ct)
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
                    AppendText(blocks, node, i, ref current, ref lastLink);
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

    private static void AppendText(BlockList blocks, in HtmlNode node, int index, ref Block current, ref int lastLink)
    {
        var before = blocks.Pending;
        TextAppender.Append(blocks, node.Start, node.Stop);
        var added = blocks.Pending - before;
        if (before == 0 && added > 0)
        {
            current.Marks = node.Marks;
            current.TextNode = index;
        }

        if ((node.Marks & HtmlMark.Link) != 0)
        {
            current.LinkCharacters += added;
            current.Links += node.Parent != lastLink && added > 0 ? 1 : 0;
            lastLink = node.Parent;
        }

        if ((node.Marks & HtmlMark.Bold) != 0)
        {
            current.BoldCharacters += added;
        }
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
