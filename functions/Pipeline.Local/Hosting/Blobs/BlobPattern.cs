using Pipeline.Local.Hosting.Functions;

namespace Pipeline.Local.Hosting.Blobs;

/// <summary>The path of a blob trigger: a container, and a name with one part in braces, "articles/{name}" or "in/{name}.txt".</summary>
internal sealed class BlobPattern
{
    private readonly string _suffix;

    private BlobPattern(string container, string prefix, string part, string suffix)
    {
        (Container, Prefix, Part, _suffix) = (container, prefix, part, suffix);
    }

    public string Container { get; }

    /// <summary>What every matching name begins with.</summary>
    public string Prefix { get; }

    /// <summary>Name of the part in braces.</summary>
    public string Part { get; }

    /// <exception cref="FunctionDefinitionException">The path has another form.</exception>
    public static BlobPattern Parse(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var open = path.IndexOf('{', StringComparison.Ordinal);
        var close = path.IndexOf('}', StringComparison.Ordinal);
        return slash > 0 && open > slash && close > open + 1 && path.LastIndexOf('{') == open && path.LastIndexOf('}') == close
            ? new BlobPattern(path[..slash], path[(slash + 1)..open], path[(open + 1)..close], path[(close + 1)..])
            : throw new FunctionDefinitionException(
                $"The local host takes blob paths of the form container/{{name}}, with one part in braces; this one is {path}.");
    }

    /// <returns>The part's value; null when the name does not match.</returns>
    public string? Match(string blobName) =>
        blobName.Length > Prefix.Length + _suffix.Length
        && blobName.StartsWith(Prefix, StringComparison.Ordinal)
        && blobName.EndsWith(_suffix, StringComparison.Ordinal)
            ? blobName[Prefix.Length..^_suffix.Length]
            : null;
}
