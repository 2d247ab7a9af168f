using System.Buffers;

namespace Pipeline.Articles.Cleaning.Html;

/// <summary>
/// Puts tags and texts together into one flat array of nodes: the part of the HTML standard's tree construction that matters for
/// reading (implied end tags, void elements, scopes, misnesting), without recursion.
/// </summary>
/// <remarks>
/// Left out on purpose: re-opening of formatting elements and foster parenting. Both change where a few words hang in the tree,
/// never which words there are. Elements nested deeper than <see cref="DepthLimit"/> become siblings, as browsers do.
/// </remarks>
internal sealed class HtmlTreeBuilder
{
    private const int DepthLimit = 400;

    /// <summary>No element has more ancestors.</summary>
    public const int MostDepth = DepthLimit + 8;

    private readonly int[] _stack = new int[MostDepth];
    private readonly int[] _open = new int[(int)HtmlTag.Marquee + 1];
    private HtmlNode[] _nodes;
    private int _count;
    private int _depth;

    /// <param name="sourceLength">Length of the source, from which the number of nodes is guessed.</param>
    public HtmlTreeBuilder(int sourceLength)
    {
        _nodes = ArrayPool<HtmlNode>.Shared.Rent(Math.Max(256, sourceLength / 24));
        Push(new HtmlNode { Tag = HtmlTag.Html, Parent = -1 });
    }

    public int Count => _count;

    /// <summary>Closes all that is open; the builder must not be used any more.</summary>
    public HtmlDocument Finish(string source)
    {
        PopTo(0);
        return new HtmlDocument(source, _nodes, _count);
    }

    public void StartElement(HtmlNode node, bool selfClosed)
    {
        if (node.Tag is HtmlTag.Html or HtmlTag.Body && _open[(int)node.Tag] > 0)
        {
            TakeOver(node);
            return;
        }

        ImplyEndTags(node.Tag);
        var index = Push(node);
        if (selfClosed || HtmlTraits.Is(node.Tag, HtmlTrait.Void))
        {
            PopTo(_depth - 1);
            _nodes[index].End = _count;
        }
    }

    /// <summary>The root stands before its own tag is read; the first such tag gives it attributes.</summary>
    private void TakeOver(in HtmlNode node)
    {
        ref var root = ref _nodes[0];
        if (node.Tag == HtmlTag.Html && root.Stop == 0)
        {
            (root.Start, root.Stop) = (node.Start, node.Stop);
            (root.ClassStart, root.ClassLength, root.IdStart, root.IdLength) = (node.ClassStart, node.ClassLength, node.IdStart, node.IdLength);
        }
    }

    private void ImplyEndTags(HtmlTag tag)
    {
        if (_open[(int)HtmlTag.Head] > 0 && tag != HtmlTag.Head && !HtmlTraits.Is(tag, HtmlTrait.InHead)
            && (tag == HtmlTag.Body || _nodes[_stack[_depth - 1]].Tag is HtmlTag.Head or HtmlTag.NoScript))
        {
            EndElement(HtmlTag.Head, 0);
        }

        if (_open[(int)HtmlTag.P] > 0 && HtmlTraits.Is(tag, HtmlTrait.EndsParagraph))
        {
            PopWithin(HtmlTag.P, HtmlTrait.Scope);
        }

        switch (tag)
        {
            case HtmlTag.Li:
                PopItem(HtmlTag.Li, HtmlTag.Li);
                break;
            case HtmlTag.Dt or HtmlTag.Dd:
                PopItem(HtmlTag.Dt, HtmlTag.Dd);
                break;
            case HtmlTag.Option or HtmlTag.OptGroup when _nodes[_stack[_depth - 1]].Tag == HtmlTag.Option:
                PopTo(_depth - 1);
                break;
            case HtmlTag.A when _open[(int)HtmlTag.A] > 0:
                PopWithin(HtmlTag.A, HtmlTrait.Special);
                break;
            case >= HtmlTag.H1 and <= HtmlTag.H6 when HtmlTraits.IsHeading(_nodes[_stack[_depth - 1]].Tag):
                PopTo(_depth - 1);
                break;
            case HtmlTag.Td or HtmlTag.Th:
                PopCells();
                break;
            case HtmlTag.Tr:
                PopCells();
                PopInTable(HtmlTag.Tr, HtmlTag.Tr, HtmlTag.Tr);
                break;
            case HtmlTag.TBody or HtmlTag.THead or HtmlTag.TFoot:
                PopCells();
                PopInTable(HtmlTag.Tr, HtmlTag.Tr, HtmlTag.Tr);
                PopInTable(HtmlTag.TBody, HtmlTag.THead, HtmlTag.TFoot);
                break;
        }
    }

    private void PopCells() => PopInTable(HtmlTag.Td, HtmlTag.Th, HtmlTag.Caption);

    private void PopInTable(HtmlTag first, HtmlTag second, HtmlTag third)
    {
        if (_open[(int)first] + _open[(int)second] + _open[(int)third] == 0)
        {
            return;
        }

        for (var i = _depth - 1; i > 0; i--)
        {
            var tag = _nodes[_stack[i]].Tag;
            if (tag == first || tag == second || tag == third)
            {
                PopTo(i);
                return;
            }

            if (tag == HtmlTag.Table)
            {
                return;
            }
        }
    }

    private void PopItem(HtmlTag first, HtmlTag second)
    {
        if (_open[(int)first] + _open[(int)second] == 0)
        {
            return;
        }

        for (var i = _depth - 1; i > 0; i--)
        {
            var tag = _nodes[_stack[i]].Tag;
            if (tag == first || tag == second)
            {
                PopTo(i);
                return;
            }

            if (HtmlTraits.Is(tag, HtmlTrait.Special) && tag is not (HtmlTag.Address or HtmlTag.Div or HtmlTag.P))
            {
                return;
            }
        }
    }

    private void PopWithin(HtmlTag tag, HtmlTrait wall)
    {
        for (var i = _depth - 1; i > 0; i--)
        {
            var open = _nodes[_stack[i]].Tag;
            if (open == tag)
            {
                PopTo(i);
                return;
            }

            if (HtmlTraits.Is(open, wall) || open == HtmlTag.Button)
            {
                return;
            }
        }
    }

    public void EndElement(HtmlTag tag, int nameHash)
    {
        if (HtmlTraits.IsHeading(tag))
        {
            tag = OpenHeading(tag);
        }

        if (_open[(int)tag] == 0 || tag is HtmlTag.Html or HtmlTag.Body)
        {
            return;
        }

        var inline = !HtmlTraits.Is(tag, HtmlTrait.Special | HtmlTrait.Scope) && tag is not (HtmlTag.Head or HtmlTag.NoScript or HtmlTag.Unknown);
        for (var i = _depth - 1; i > 0; i--)
        {
            ref readonly var node = ref _nodes[_stack[i]];
            if (node.Tag == tag && node.NameHash == nameHash)
            {
                PopTo(i);
                return;
            }

            // "</table>" reaches over open cells; all else stays inside its cell, an inline end tag inside its block.
            var wall = HtmlTraits.Is(node.Tag, inline ? HtmlTrait.Special | HtmlTrait.Scope : HtmlTrait.Scope);
            if (wall && tag is not (HtmlTag.Table or HtmlTag.Tr or HtmlTag.TBody or HtmlTag.THead or HtmlTag.TFoot))
            {
                return;
            }

            if (node.Tag == HtmlTag.Table && tag != HtmlTag.Table)
            {
                return;
            }
        }
    }

    /// <summary>The end tag of any headline ends the one that is open.</summary>
    private HtmlTag OpenHeading(HtmlTag tag)
    {
        for (var i = _depth - 1; i > 0; i--)
        {
            var open = _nodes[_stack[i]].Tag;
            if (HtmlTraits.IsHeading(open) || HtmlTraits.Is(open, HtmlTrait.Scope))
            {
                return HtmlTraits.IsHeading(open) ? open : tag;
            }
        }

        return tag;
    }

    private int Push(HtmlNode node)
    {
        if (_depth > DepthLimit)
        {
            PopTo(_depth - 1);
        }

        var index = Add(node);
        _stack[_depth++] = index;
        _open[(int)node.Tag]++;
        return index;
    }

    private int Add(HtmlNode node)
    {
        if (_count == _nodes.Length)
        {
            var larger = ArrayPool<HtmlNode>.Shared.Rent(_count * 2);
            _nodes.AsSpan(0, _count).CopyTo(larger);
            _nodes = larger;
        }

        var parent = _depth == 0 ? -1 : _stack[_depth - 1];
        node.Parent = parent;
        node.End = _count + 1;
        node.Block = parent < 0 || HtmlTraits.Is(node.Tag, HtmlTrait.Block) ? _count : _nodes[parent].Block;
        node.Marks |= parent < 0 ? HtmlMark.None : _nodes[parent].Marks & ~HtmlMark.HasItemProp;
        _nodes[_count] = node;
        return _count++;
    }

    public void AddText(int start, int end)
    {
        if (end > start)
        {
            Add(new HtmlNode { Tag = HtmlTag.Text, Start = start, Stop = end });
        }
    }

    private void PopTo(int depth)
    {
        while (_depth > depth)
        {
            ref var node = ref _nodes[_stack[--_depth]];
            node.End = _count;
            _open[(int)node.Tag]--;
        }
    }
}
