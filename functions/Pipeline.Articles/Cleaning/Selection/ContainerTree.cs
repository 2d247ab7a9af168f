using System.IO.Hashing;
using System.Runtime.InteropServices;
using Pipeline.Articles.Cleaning.Html;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>Text and link counts of every element, and questions about how elements lie to one another.</summary>
internal sealed class ContainerTree
{
    private const int NearLevels = 2;

    private readonly HtmlDocument _page;
    private readonly int[] _before;
    private readonly float[] _words;
    private readonly float[] _prose;
    private readonly float[] _links;
    private readonly ClassHint[] _hints;
    private readonly bool[] _known;
    private readonly Dictionary<int, ClassHint> _byName = [];
    private readonly int[] _depths;

    public ContainerTree(BlockView view)
    {
        _page = view.Page!;
        var nodes = _page.Nodes;
        _words = new float[view.Count + 1];
        _prose = new float[view.Count + 1];
        _links = new float[view.Count + 1];
        _before = new int[nodes.Length + 1];
        _hints = new ClassHint[nodes.Length];
        _known = new bool[nodes.Length];
        _depths = new int[nodes.Length];
        View = view;
        var block = 0;
        for (var node = 0; node < nodes.Length; node++)
        {
            while (block < view.Count && view.List.Blocks[block].TextNode < node)
            {
                block++;
            }

            _before[node] = block;
            _depths[node] = nodes[node].Parent < 0 ? 0 : _depths[nodes[node].Parent] + 1;
        }

        _before[nodes.Length] = view.Count;
        for (var i = 0; i < view.Count; i++)
        {
            var words = view.Facts[i].Words;
            _words[i + 1] = _words[i] + words;
            _prose[i + 1] = _prose[i] + (view.IsProse(i) ? words : 0);
            _links[i + 1] = _links[i] + (float)(words * view.LinkDensity(i));
        }
    }

    private BlockView View { get; }

    public float Depth(int node) => _depths[node];

    public int Ancestor(int node, int levels)
    {
        for (; levels > 0 && _page.Nodes[node].Parent >= 0; levels--)
        {
            node = _page.Nodes[node].Parent;
        }

        return node;
    }

    public float Words(int node) => node < 0 ? -1 : Sum(_words, node);

    public float ProseShare(int node) => node < 0 ? -1 : Sum(_prose, node) / Math.Max(1, _prose[^1]);

    public float LinkDensity(int node) => node < 0 ? -1 : Sum(_links, node) / Math.Max(1, Sum(_words, node));

    /// <summary>The element's first block, and the first one behind it.</summary>
    public (int From, int To) BlocksIn(int node) => (_before[node], _before[_page.Nodes[node].End]);

    public float Blocks(int node) => node < 0 ? -1 : _before[_page.Nodes[node].End] - _before[node];

    /// <summary>Words of prose inside the element that stand before the block, and after it.</summary>
    public (float Before, float After) ProseAround(int node, int block) =>
        (_prose[block] - _prose[_before[node]], _prose[_before[_page.Nodes[node].End]] - _prose[block + 1]);

    /// <summary>Blocks inside the element that stand before the block, and after it.</summary>
    public (int Before, int After) BlocksAround(int node, int block) => (block - _before[node], _before[_page.Nodes[node].End] - block - 1);

    public int Enclosing(int node, HtmlTag tag)
    {
        for (; node >= 0; node = _page.Nodes[node].Parent)
        {
            if (_page.Nodes[node].Tag == tag)
            {
                return node;
            }
        }

        return -1;
    }

    /// <summary>Hints of the element and the two around it, and hints of all others around.</summary>
    public (ClassHint Near, ClassHint Far) HintsAround(int node)
    {
        var near = ClassHint.None;
        var far = ClassHint.None;
        for (var level = 0; node > 0; node = _page.Nodes[node].Parent, level++)
        {
            if (_page.Nodes[node].Tag is HtmlTag.Body or HtmlTag.Html)
            {
                break;
            }

            if (level <= NearLevels)
            {
                near |= Hints(node);
            }
            else
            {
                far |= Hints(node);
            }
        }

        return (near, far);
    }

    public ClassHint Hints(int node)
    {
        if (!_known[node])
        {
            _known[node] = true;
            _hints[node] = OfNames(_page.Class(node)) | OfNames(_page.Id(node));
        }

        return _hints[node];
    }

    /// <summary>A number that blocks of the same elements and classes share.</summary>
    public int Signature(int node)
    {
        const int Prime = 16777619;
        var signature = 17;
        for (var level = 0; level < NearLevels && node > 0; level++, node = _page.Nodes[node].Parent)
        {
            signature = (((signature * Prime) ^ (int)_page.Nodes[node].Tag) * Prime) ^ HashOf(_page.Class(node));
        }

        return signature;
    }

    /// <summary>The container that holds most prose closest around it: each prose block votes for its parents, less with distance.</summary>
    public int Top()
    {
        var votes = new Dictionary<int, float>();
        for (var i = 0; i < View.Count; i++)
        {
            if (!View.IsProse(i))
            {
                continue;
            }

            var weight = (float)View.Facts[i].Words;
            var node = View.List.Blocks[i].Node;
            for (var level = 0; level < 4 && node > 0; level++)
            {
                node = _page.Nodes[node].Parent;
                votes[node] = votes.GetValueOrDefault(node) + weight;
                weight *= 0.6f;
            }
        }

        return votes.Count == 0 ? 0 : votes.MaxBy(v => v.Value).Key;
    }

    /// <summary>How many elements up from the first one until the second lies inside.</summary>
    public float StepsUpToMeet(int from, int other)
    {
        const int Far = 12;
        var steps = 0;
        for (var node = from; node >= 0 && steps < Far; node = _page.Nodes[node].Parent, steps++)
        {
            if (node <= other && other < _page.Nodes[node].End)
            {
                return steps;
            }
        }

        return steps;
    }

    private ClassHint OfNames(ReadOnlySpan<char> names)
    {
        if (names.IsEmpty)
        {
            return ClassHint.None;
        }

        var key = HashOf(names);
        if (!_byName.TryGetValue(key, out var hints))
        {
            hints = ClassHints.Find(names);
            _byName[key] = hints;
        }

        return hints;
    }

    /// <summary>The runtime's own hash differs from process to process; what the model sees must not.</summary>
    private static int HashOf(ReadOnlySpan<char> text) => unchecked((int)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text)));

    /// <summary>The sum over the element's blocks, of sums that run from block to block and begin with 0.</summary>
    public float Sum(float[] sums, int node) => sums[_before[_page.Nodes[node].End]] - sums[_before[node]];
}
