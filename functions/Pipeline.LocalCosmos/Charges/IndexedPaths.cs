using System.Text.Json;
using Pipeline.LocalCosmos.Resources;

namespace Pipeline.LocalCosmos.Charges;

/// <summary>
/// Counts the values of an item that its container indexes, which a write pays for. The longest path of the policy that
/// reaches a value decides; array elements share the path of their array (<c>[]</c>).
/// </summary>
internal sealed class IndexedPaths
{
    private readonly Node _root = new();

    private IndexedPaths()
    {
    }

    public static IndexedPaths From(JsonElement policy)
    {
        var paths = new IndexedPaths();
        if (policy.TryGetProperty("indexingMode", out var mode)
            && string.Equals(mode.GetString(), "none", StringComparison.OrdinalIgnoreCase))
            return paths;

        // Shorter paths first, so that a longer one overrides what it inherits.
        var entries = Entries(policy, "includedPaths", indexed: true).Concat(Entries(policy, "excludedPaths", indexed: false));
        foreach (var (path, indexed) in entries.OrderBy(entry => entry.Path.Count))
            paths.Add(path, indexed);
        return paths;
    }

    /// <summary>Counts from the reader's value (a property of the item's top level) and leaves the reader at its end.</summary>
    public int CountValue(ReadOnlySpan<char> property, ref Utf8JsonReader reader) =>
        Count(_root.Child(property) ?? Node.Leaf(_root.Subtree), ref reader);

    private static int Count(Node node, ref Utf8JsonReader reader)
    {
        if (node.HasNoChildren)
            return CountAll(node, ref reader);

        // Depth is bounded by the reader's own limit, and by the policy's longest path before that.
        var count = 0;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var child = node.Child(reader.GetString());
                    reader.Read();
                    count += Count(child ?? Node.Leaf(node.Subtree), ref reader);
                }

                return count;
            case JsonTokenType.StartArray:
                var element = node.Child("[]") ?? Node.Leaf(node.Subtree);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    count += Count(element, ref reader);
                return count;
            default:
                return node.Value ? 1 : 0;
        }
    }

    private static int CountAll(Node node, ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return node.Value ? 1 : 0;

        var count = 0;
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (node.Subtree && reader.TokenType
                is not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray
                    or JsonTokenType.StartObject or JsonTokenType.StartArray))
                count++;
        }

        return count;
    }

    private static IEnumerable<(IReadOnlyList<string> Path, bool Indexed)> Entries(
        JsonElement policy, string list, bool indexed) => policy.TryGetProperty(list, out var paths) && paths.ValueKind == JsonValueKind.Array
            ? paths.EnumerateArray().Select(entry => (JsonPath.Parse(entry.GetProperty("path").GetString()!).Segments, indexed))
            : [];

    private void Add(IReadOnlyList<string> path, bool indexed)
    {
        var node = _root;
        foreach (var segment in path)
        {
            if (segment is "*" or "?")
                break;
            node = node.ChildOrNew(segment);
        }

        node.Value = indexed;
        if (path is [] || path[^1] != "?")
            node.Subtree = indexed;
    }

    private sealed class Node
    {
        private static readonly Node Indexed = new() { Value = true, Subtree = true };
        private static readonly Node NotIndexed = new();

        private readonly Dictionary<string, Node> _children = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Node>.AlternateLookup<ReadOnlySpan<char>> _byName;

        public Node() => _byName = _children.GetAlternateLookup<ReadOnlySpan<char>>();

        /// <summary>Whether a scalar right here is indexed.</summary>
        public bool Value { get; set; }

        /// <summary>Whether whatever lies below, unless another path says otherwise, is indexed.</summary>
        public bool Subtree { get; set; }

        public bool HasNoChildren => _children.Count == 0;

        public static Node Leaf(bool indexed) => indexed ? Indexed : NotIndexed;

        public Node? Child(ReadOnlySpan<char> name) => _byName.TryGetValue(name, out var child) ? child : null;

        public Node ChildOrNew(string name)
        {
            if (!_children.TryGetValue(name, out var child))
                _children.Add(name, child = new Node { Value = Subtree, Subtree = Subtree });
            return child;
        }
    }
}
