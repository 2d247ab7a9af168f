using System.Buffers;

namespace Pipeline.Articles.Cleaning.Html;

/// <summary>
/// Reads HTML into one flat array of nodes: the part of the HTML standard's tokenizer and tree construction that matters for
/// reading (implied end tags, void and raw text elements, scopes, misnesting), in linear time for any input.
/// </summary>
/// <remarks>
/// Left out on purpose: re-opening of formatting elements and foster parenting. Both change where a few words hang in the tree,
/// never which words there are. Elements nested deeper than <see cref="DepthLimit"/> become siblings, as browsers do.
/// </remarks>
internal sealed class HtmlParser
{
    private const int DepthLimit = 400;

    private readonly string _source;
    private readonly int[] _stack = new int[DepthLimit + 8];
    private readonly int[] _open = new int[(int)HtmlTag.Marquee + 1];
    private HtmlNode[] _nodes;
    private int _count;
    private int _depth;
    private bool _noMoreCharacterData;

    private HtmlParser(string source)
    {
        _source = source;
        _nodes = ArrayPool<HtmlNode>.Shared.Rent(Math.Max(256, source.Length / 24));
    }

    public static HtmlDocument Parse(string source, CancellationToken ct)
    {
        var parser = new HtmlParser(source);
        parser.Push(new HtmlNode { Tag = HtmlTag.Html, Parent = -1 });
        parser.Read(ct);
        parser.PopTo(0);
        var nodes = parser._nodes.AsSpan(0, parser._count).ToArray();
        ArrayPool<HtmlNode>.Shared.Return(parser._nodes);
        return new HtmlDocument(source, nodes, nodes.Length);
    }

    private void Read(CancellationToken ct)
    {
        var at = 0;
        var textStart = 0;
        while (at < _source.Length)
        {
            var distance = _source.AsSpan(at).IndexOf('<');
            if (distance < 0 || at + distance + 1 >= _source.Length)
            {
                break;
            }

            var less = at + distance;
            var next = _source[less + 1];
            if (!char.IsAsciiLetter(next) && next is not ('/' or '!' or '?'))
            {
                at = less + 1;
                continue;
            }

            AddText(textStart, less);
            at = next switch
            {
                '/' => ReadEndTag(less),
                '!' => ReadDeclaration(less),
                '?' => After(less, ">"),
                _ => ReadStartTag(less),
            };
            textStart = at;
            if ((_count & 0xFFF) == 0)
            {
                ct.ThrowIfCancellationRequested();
            }
        }

        AddText(textStart, _source.Length);
    }

    private int After(int from, string mark)
    {
        var at = _source.AsSpan(from).IndexOf(mark);
        return at < 0 ? _source.Length : from + at + mark.Length;
    }

    private int ReadDeclaration(int less)
    {
        var rest = _source.AsSpan(less);
        if (rest.StartsWith("<!--"))
        {
            return rest.StartsWith("<!-->") ? less + 5 : After(less + 4, "-->");
        }

        if (rest.StartsWith("<![CDATA[") && !_noMoreCharacterData)
        {
            var length = rest.IndexOf("]]>");
            if (length > 0)
            {
                AddText(less + 9, less + length);
                return less + length + 3;
            }

            _noMoreCharacterData = true;
        }

        return After(less, ">");
    }

    private int ReadEndTag(int less)
    {
        var nameEnd = less + 2;
        while (nameEnd < _source.Length && _source[nameEnd] is not ('>' or '/' or ' ' or '\t' or '\n' or '\r' or '\f'))
        {
            nameEnd++;
        }

        var name = _source.AsSpan(less + 2, nameEnd - less - 2);
        var tag = HtmlTraits.Find(name);
        EndElement(tag, tag == HtmlTag.Unknown ? HashOf(name) : 0);
        return After(nameEnd, ">");
    }

    private int ReadStartTag(int less)
    {
        var node = new HtmlNode { Start = less };
        var attributes = new HtmlAttributes(_source.AsSpan(less));
        var name = _source.AsSpan(less + 1, attributes.Position - 1);
        node.Tag = HtmlTraits.Find(name);
        node.NameHash = node.Tag == HtmlTag.Unknown ? HashOf(name) : 0;
        node.Marks = HtmlMarks.Of(node.Tag);
        while (attributes.MoveNext())
        {
            HtmlMarks.Read(ref node, attributes.Current, less);
        }

        node.Stop = less + attributes.Position;
        StartElement(node, _source[node.Stop - 2] == '/' && node.Tag is (HtmlTag.Unknown or HtmlTag.Svg or HtmlTag.Math));
        return HtmlTraits.Is(node.Tag, HtmlTrait.RawText) ? ReadRawText(node.Tag, name, node.Stop) : node.Stop;
    }

    private int ReadRawText(HtmlTag tag, ReadOnlySpan<char> name, int from)
    {
        var at = from;
        while (true)
        {
            var distance = _source.AsSpan(at).IndexOf("</");
            var close = distance < 0 ? _source.Length : at + distance;
            if (distance < 0 || _source.AsSpan(close + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                AddText(from, close);
                EndElement(tag, 0);
                return distance < 0 ? close : After(close, ">");
            }

            at = close + 2;
        }
    }

    private void StartElement(HtmlNode node, bool selfClosed)
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

    private void EndElement(HtmlTag tag, int nameHash)
    {
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
            ArrayPool<HtmlNode>.Shared.Return(_nodes);
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

    private void AddText(int start, int end)
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

    private static int HashOf(ReadOnlySpan<char> name)
    {
        var hash = 17;
        foreach (var c in name)
        {
            hash = (hash * 31) + (c | 0x20);
        }

        return hash == 0 ? 1 : hash;
    }
}
