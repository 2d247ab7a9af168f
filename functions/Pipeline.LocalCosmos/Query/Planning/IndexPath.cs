using System.Security.Cryptography;
using System.Text;

namespace Pipeline.LocalCosmos.Query.Planning;

/// <summary>
/// A property path of documents as SQLite reads it, in two expressions that an index holds side by side. Together they order and
/// tell apart what Cosmos DB orders and tells apart: the kind (1 null, 2 false, 3 true, 4 number, 5 string, 6 array, 7 object, NULL
/// for undefined), then the value of a number or string. Arrays and objects rank alike, so their text is kept out.
/// </summary>
internal sealed record IndexPath
{
    private IndexPath(string json, IReadOnlyList<string> segments)
    {
        Json = json;
        Segments = segments;
        Kind = $"""
            CASE json_type(body,'{json}') WHEN 'null' THEN 1 WHEN 'false' THEN 2 WHEN 'true' THEN 3 WHEN 'integer' THEN 4 WHEN 'real' THEN 4 WHEN 'text' THEN 5 WHEN 'array' THEN 6 WHEN 'object' THEN 7 END
            """;
        // Integers too become doubles, as they are to the engine; else two beyond 2^53 could be equal here and not there.
        Value = $"""
            CASE json_type(body,'{json}') WHEN 'integer' THEN CAST(json_extract(body,'{json}') AS REAL) WHEN 'real' THEN json_extract(body,'{json}') WHEN 'text' THEN json_extract(body,'{json}') END
            """;
    }

    public string Json { get; }

    public IReadOnlyList<string> Segments { get; }

    public string Kind { get; }

    public string Value { get; }

    /// <summary>Null where a name has characters that SQLite's path syntax cannot quote.</summary>
    public static IndexPath? Of(IReadOnlyList<string> segments)
    {
        foreach (var segment in segments)
            if (segment.Length == 0 || segment.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '$' or '@'))) return null;
        return segments.Count == 0 ? null : new IndexPath($"$.{string.Join('.', segments.Select(segment => $"\"{segment}\""))}", segments);
    }

    /// <summary>The name of the path's index, over the whole container or partition by partition.</summary>
    public string IndexName(string table, bool byPartition)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json)).AsSpan(0, 8));
        return $"ix_{table}_{(byPartition ? "pk_" : "")}{hash}";
    }

    public string CreateIndex(string table, bool byPartition) =>
        $"CREATE INDEX IF NOT EXISTS {IndexName(table, byPartition)} ON {table} ({(byPartition ? "pk, " : "")}{Kind}, {Value})";

    public bool Equals(IndexPath? other) => other is not null && Json == other.Json;

    public override int GetHashCode() => Json.GetHashCode(StringComparison.Ordinal);
}
