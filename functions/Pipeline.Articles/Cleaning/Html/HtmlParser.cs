namespace Pipeline.Articles.Cleaning.Html;

/// <summary>Reads HTML: the part of the HTML standard's tokenizer that matters for reading, in linear time for any input.</summary>
internal sealed class HtmlParser
{
    private readonly string _source;
    private readonly HtmlTreeBuilder _tree;
    private bool _noMoreCharacterData;

    private HtmlParser(string source)
    {
        _source = source;
        _tree = new HtmlTreeBuilder(source.Length);
    }

    public static HtmlDocument Parse(string source, CancellationToken ct)
    {
        var parser = new HtmlParser(source);
        parser.Read(ct);
        return parser._tree.Finish(source);
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

            _tree.AddText(textStart, less);
            at = next switch
            {
                '/' => ReadEndTag(less),
                '!' => ReadDeclaration(less),
                '?' => After(less, ">"),
                _ => ReadStartTag(less),
            };
            textStart = at;
            if ((_tree.Count & 0xFFF) == 0)
            {
                ct.ThrowIfCancellationRequested();
            }
        }

        _tree.AddText(textStart, _source.Length);
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
            return rest.StartsWith("<!-->") ? less + 5 : rest.StartsWith("<!--->") ? less + 6 : After(less + 4, "-->");
        }

        if (rest.StartsWith("<![CDATA[") && !_noMoreCharacterData)
        {
            var length = rest.IndexOf("]]>");
            if (length > 0)
            {
                _tree.AddText(less + 9, less + length);
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
        _tree.EndElement(tag, tag == HtmlTag.Unknown ? HashOf(name) : 0);
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
        _tree.StartElement(node, _source[node.Stop - 2] == '/' && node.Tag is (HtmlTag.Unknown or HtmlTag.Svg or HtmlTag.Math));
        return HtmlTraits.Is(node.Tag, HtmlTrait.RawText) ? ReadRawText(node.Tag, name, node.Stop) : node.Stop;
    }

    private int ReadRawText(HtmlTag tag, ReadOnlySpan<char> name, int from)
    {
        var at = from;
        while (true)
        {
            var distance = _source.AsSpan(at).IndexOf("</");
            var close = distance < 0 ? _source.Length : at + distance;
            if (distance < 0 || IsEndOf(name, close + 2))
            {
                _tree.AddText(from, close);
                _tree.EndElement(tag, 0);
                return distance < 0 ? close : After(close, ">");
            }

            at = close + 2;
        }
    }

    /// <summary>True when the end tag's name is this one, and not one that only begins like it.</summary>
    private bool IsEndOf(ReadOnlySpan<char> name, int at) =>
        _source.AsSpan(at).StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (at + name.Length >= _source.Length || _source[at + name.Length] is '>' or '/' or ' ' or '\t' or '\n' or '\r' or '\f');

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
