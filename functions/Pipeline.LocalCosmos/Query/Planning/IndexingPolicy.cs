using System.Text.Json;

namespace Pipeline.LocalCosmos.Query.Planning;

/// <summary>
/// Which paths a container's policy indexes. As in the service the most precise of all patterns that fit decides, and
/// <c>_etag</c> is left out unless named.
/// </summary>
internal sealed class IndexingPolicy
{
    public static readonly IndexingPolicy Default = new([(["*"], true)]);

    private readonly List<(string[] Pattern, bool Included)> _patterns;

    private IndexingPolicy(List<(string[] Pattern, bool Included)> patterns) => _patterns = patterns;

    public static IndexingPolicy Parse(JsonElement policy)
    {
        if (policy.ValueKind != JsonValueKind.Object) return Default;
        if (policy.TryGetProperty("indexingMode", out var mode) && mode.ValueEquals("none")) return new IndexingPolicy([]);
        var patterns = new List<(string[], bool)>();
        Read(policy, "includedPaths", true, patterns);
        Read(policy, "excludedPaths", false, patterns);
        return patterns.Count == 0 ? Default : new IndexingPolicy(patterns);
    }

    public bool Includes(IReadOnlyList<string> path)
    {
        var (precision, included) = (-1, false);
        foreach (var (pattern, includes) in _patterns)
        {
            if (!Fits(pattern, path) || Precision(pattern) <= precision) continue;
            (precision, included) = (Precision(pattern), includes);
        }
        return included;
    }

    private static void Read(JsonElement policy, string name, bool included, List<(string[], bool)> patterns)
    {
        if (!policy.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array) return;
        foreach (var item in list.EnumerateArray())
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("path", out var path) && path.GetString() is { } text)
                patterns.Add((Split(text), included));
    }

    /// <summary>Segments of <c>/a/"b c"/?</c>; a quoted one may hold slashes.</summary>
    private static string[] Split(string path)
    {
        var segments = new List<string>();
        for (var at = path.StartsWith('/') ? 1 : 0; at < path.Length; at++)
        {
            var quoted = path[at] == '"';
            if (quoted) at++;
            var end = path.IndexOf(quoted ? '"' : '/', at);
            if (end < 0) end = path.Length;
            segments.Add(path[at..end]);
            at = quoted ? end + 1 : end;
        }
        return [.. segments];
    }

    // "?" ends a path at a scalar, "*" takes all below. A path that only leads to a pattern is not covered by it.
    private static bool Fits(string[] pattern, IReadOnlyList<string> path)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == "*") return true;
            if (pattern[i] == "?") return i == path.Count;
            if (i >= path.Count || pattern[i] != path[i]) return false;
        }
        return pattern.Length == path.Count;
    }

    // The named segments count first; at the same depth "?" is more precise than "*".
    private static int Precision(string[] pattern) => pattern.Count(segment => segment is not ("*" or "?")) * 2 + (pattern is [.., "?"] ? 1 : 0);
}
