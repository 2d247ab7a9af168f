using Pipeline.LocalCosmos.Query.Execution;

namespace Pipeline.LocalCosmos.Query.Planning;

/// <summary>How the documents that may match are found.</summary>
internal sealed record ReadPlan
{
    /// <summary>Condition over the table that every matching row meets; null reads the whole table.</summary>
    public SqlText? Filter { get; init; }

    /// <summary>True where the filter is exactly the query's WHERE, so that counting rows needs no document.</summary>
    public bool IsExact { get; init; }

    /// <summary>The path whose index gives the order of ORDER BY; null where the engine sorts.</summary>
    public IndexPath? Order { get; init; }

    /// <summary>True where the filter leaves values of one kind only in <see cref="Order"/>'s path.</summary>
    public bool OrdersOneKind { get; init; }

    public bool UsesIndex => Filter is not null || Order is not null;
}
