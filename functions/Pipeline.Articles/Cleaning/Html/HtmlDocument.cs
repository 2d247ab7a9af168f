namespace Pipeline.Articles.Cleaning.Html;

/// <summary>A parsed page: its source and one flat array of nodes. The first node is the root and holds all others.</summary>
internal sealed class HtmlDocument(string source, HtmlNode[] nodes, int count) : IDisposable
{
    public string Source { get; } = source;

    public int Count { get; } = count;

    public ReadOnlySpan<HtmlNode> Nodes => nodes.AsSpan(0, Count);

    /// <summary>Gives the nodes back to the pool; the page must not be read any more.</summary>
    public void Dispose()
    {
        const int LargestPooled = 1 << 15;
        if (nodes.Length <= LargestPooled)
        {
            System.Buffers.ArrayPool<HtmlNode>.Shared.Return(nodes);
        }
    }

    public ReadOnlySpan<char> Class(int node) => Source.AsSpan(nodes[node].ClassStart, nodes[node].ClassLength);

    public ReadOnlySpan<char> Id(int node) => Source.AsSpan(nodes[node].IdStart, nodes[node].IdLength);

    /// <summary>An attribute's value as it stands in the source, entities undecoded; empty when absent.</summary>
    public ReadOnlySpan<char> Attribute(int node, ReadOnlySpan<char> name)
    {
        foreach (var attribute in new HtmlAttributes(Source.AsSpan(nodes[node].Start, nodes[node].Stop - nodes[node].Start)))
        {
            if (attribute.NameIs(name))
            {
                return attribute.Value;
            }
        }

        return default;
    }

    /// <summary>The characters of all text inside a node, decoded, white space folded.</summary>
    public string TextOf(int node)
    {
        var text = new System.Text.StringBuilder();
        for (var i = node; i < nodes[node].End; i++)
        {
            ref readonly var inner = ref nodes[i];
            if (inner.Tag == HtmlTag.Text)
            {
                HtmlEntities.Append(text, Source.AsSpan(inner.Start, inner.Stop - inner.Start));
            }
            else if (i > node && HtmlTraits.Is(inner.Tag, HtmlTrait.Block) || inner.Tag == HtmlTag.Br)
            {
                text.Append(' ');
            }
        }

        return Characters.Fold(text.ToString());
    }
}
