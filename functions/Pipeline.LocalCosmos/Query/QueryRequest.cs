using System.Text.Json;

namespace Pipeline.LocalCosmos.Query;

/// <summary>One page of a query over one container's table.</summary>
internal sealed record QueryRequest
{
    /// <summary>Name of the SQLite table, <c>docs_n</c>.</summary>
    public required string Table { get; init; }

    public required CompiledQuery Query { get; init; }

    /// <summary>Values by name; names may stand with or without their <c>@</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Parameters { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Canonical JSON text of the partition key, or null to ask every partition.</summary>
    public string? PartitionKey { get; init; }

    /// <summary>
    /// The path of the partition key, <c>["view"]</c> for <c>/view</c>, if known: a condition that only repeats the partition key is
    /// then met by every row, and needs no index.
    /// </summary>
    public IReadOnlyList<string>? PartitionKeyPath { get; init; }

    /// <summary>Most items in the page; -1 leaves it to the engine (1,000).</summary>
    public int MaxItemCount { get; init; } = -1;

    /// <summary>What the page before returned, or null for the first page.</summary>
    public string? Continuation { get; init; }

    /// <summary>Unix seconds. Rows whose <c>expires</c> is at or before it are invisible.</summary>
    public long Now { get; init; }
}
