using Pipeline.LocalCosmos.Query.Execution;

namespace Pipeline.LocalCosmos.Query.Planning;

/// <summary>How the documents that may match are found.</summary>
internal sealed record ReadPlan
{
    /// <summary>Condition over the table that every matching row meets; null reads the whole table.</summary>
    public SqlText? Filter { get; init; }

    /// <summary>True where <see cref="Filter"/> is not only necessary but exactly the query's WHERE.</summary>
    public bool IsExact { get; init; }

    /// <summary>Index expressions that give the order of a single ORDER BY; null where sorting is left to the engine.</summary>
    public IndexPath? Order { get; init; }

    public bool UsesIndex => Filter is not null || Order is not null;
}
