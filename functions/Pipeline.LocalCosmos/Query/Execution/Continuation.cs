using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.LocalCosmos.Query.Execution;

/// <summary>
/// Where the next page starts. Without state on the server: it names the last row given (and its ORDER BY values), so rows that come
/// or go meanwhile move nothing; a query that must see everything first (GROUP BY, DISTINCT) counts its results instead.
/// </summary>
internal sealed record Continuation
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    [JsonPropertyName("n")]
    public long Given { get; init; }

    [JsonPropertyName("r")]
    public long RowId { get; init; }

    /// <summary>Which tuple of the document it was.</summary>
    [JsonPropertyName("o")]
    public int Ordinal { get; init; }

    /// <summary>The ORDER BY values as JSON text; null for undefined.</summary>
    [JsonPropertyName("k")]
    public string?[]? Keys { get; init; }

    public static Continuation? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var token = JsonSerializer.Deserialize<Continuation>(Convert.FromBase64String(text), Options);
            return token is { Given: >= 0, RowId: >= 0, Ordinal: >= 0 } ? token : throw Malformed(null);
        }
        catch (Exception broken) when (broken is FormatException or JsonException)
        {
            throw Malformed(broken);
        }
    }

    /// <summary>The place behind which an ordered page starts.</summary>
    /// <exception cref="QueryException">The token is not one of an ORDER BY of so many keys.</exception>
    public SortedRow Place(int keys)
    {
        if (Keys?.Length != keys) throw Malformed(null);
        try
        {
            return new SortedRow([.. Keys.Select(SortKeyText.Read)], RowId, Ordinal);
        }
        catch (JsonException broken)
        {
            throw Malformed(broken);
        }
    }

    public override string ToString() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this, Options));

    private static QueryException Malformed(Exception? inner) => inner is null
        ? new QueryException("The continuation token is malformed.")
        : new QueryException("The continuation token is malformed.", inner);
}
