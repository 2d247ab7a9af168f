using Microsoft.Data.Sqlite;
using Pipeline.LocalCosmos.Query.Binding;
using Pipeline.LocalCosmos.Query.Execution;

namespace Pipeline.LocalCosmos.Query.Planning;

/// <summary>Chooses how a query's documents are found.</summary>
internal static class Planner
{
    public static ReadPlan Plan(SqliteConnection connection, QueryRequest request, Frame frame, IndexCatalog indexes)
    {
        if (request.PartitionKey is not { } partition) return new ReadPlan { IsExact = request.Query.Bound.Where is null };
        return new ReadPlan { Filter = new SqlText("pk = $pk").With("$pk", partition), IsExact = request.Query.Bound.Where is null };
    }
}
