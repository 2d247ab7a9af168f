using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.LocalCosmos.Query.Binding;
using Pipeline.LocalCosmos.Query.Execution;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Planning;

/// <summary>
/// Chooses how a query's documents are found:
/// <code>
/// few rows in question  -> read them all, no index is worth its upkeep
/// conditions on paths   -> make the indexes they lack, ask each how many rows it leaves, take the fewest
/// ORDER BY a path       -> walk its index instead, unless a condition leaves few rows to sort
/// </code>
/// </summary>
internal sealed class Planner
{
    /// <summary>How many conditions are weighed against each other, and so may get an index.</summary>
    private const int MaxCandidates = 3;

    /// <summary>An OR over more paths than this is not worth that many indexes.</summary>
    private const int MaxPaths = 4;

    /// <summary>Counting stops here; what leaves more rows counts as leaving many.</summary>
    private const int ManyRows = 2000;

    private readonly SqliteConnection _connection;
    private readonly QueryRequest _request;
    private readonly Frame _frame;
    private readonly IndexCatalog _indexes;
    private readonly bool _byPartition;

    private Planner(SqliteConnection connection, QueryRequest request, Frame frame, IndexCatalog indexes)
    {
        _connection = connection;
        _request = request;
        _frame = frame;
        _indexes = indexes;
        _byPartition = request.PartitionKey is not null;
    }

    public static ReadPlan Plan(SqliteConnection connection, QueryRequest request, Frame frame, IndexCatalog indexes)
    {
        var planner = new Planner(connection, request, frame, indexes);
        var all = new ReadPlan { Filter = planner.Filter(null), IsExact = planner.WhereIsMet() };
        if (planner.ById() is { } one) return one;
        if (planner.Count(all.Filter, indexes.SmallContainer + 1) <= indexes.SmallContainer) return all;
        var (condition, rows) = planner.BestCondition();
        return planner.Ordered(condition, rows) ?? planner.Filtered(condition) ?? all;
    }

    /// <summary>An id within a partition is found by the primary key, and in all partitions by an index that no policy leaves out.</summary>
    private ReadPlan? ById()
    {
        var test = _request.Query.Paths.Conditions.FirstOrDefault(IsIdTest)?.Alternatives[0];
        if (test is null) return null;
        var ranges = test.Ranges(_frame);
        if (!ranges.All(range => range is { Low: string, High: string } && range.Low.Equals(range.High)) || ranges.Count > ManyRows) return null;
        var sql = new RangeSql();
        var ids = ranges.Select(range => sql.Parameter(range.Low!)).ToList();
        var byId = $"id IN ({string.Join(',', ids)})";
        if (_byPartition) return new ReadPlan { Filter = sql.Write([Partition(sql), byId]) };
        _indexes.EnsureIds(_connection, _request.Table);
        return new ReadPlan { Filter = sql.Write([byId]) };
    }

    private static bool IsIdTest(Condition condition) =>
        condition.Alternatives is [{ Path.Segments: ["id"], Selectivity: Selectivity.Equality or Selectivity.Membership }];

    private (Condition? Condition, long Rows) BestCondition()
    {
        var candidates = _request.Query.Paths.Conditions
            .Where(condition => !RepeatsPartitionKey(condition))
            .Where(condition => condition.Paths.Count <= MaxPaths && condition.Paths.All(path => _indexes.Allows(_request.Table, path)))
            .OrderBy(condition => condition.Selectivity)
            .Take(MaxCandidates)
            .ToList();
        foreach (var path in candidates.SelectMany(condition => condition.Paths)) EnsureIndex(path);
        return candidates
            .Select(condition => ((Condition?)condition, Rows: Count(Filter(condition), ManyRows)))
            .OrderBy(weighed => weighed.Rows)
            .FirstOrDefault((null, ManyRows));
    }

    /// <summary>True where every row of the plan that reads them all meets WHERE.</summary>
    private bool WhereIsMet() => _request.Query.Bound.Where is null
        || (_request.Query.Paths is { IsWhole: true, Conditions: [var only] } && RepeatsPartitionKey(only));

    /// <summary>Programs put the partition key into WHERE as well; within the partition that tells nothing.</summary>
    private bool RepeatsPartitionKey(Condition condition)
    {
        if (!_byPartition || _request.PartitionKeyPath is not { } path || condition.Alternatives is not [var test]) return false;
        if (!test.Path.Segments.SequenceEqual(path)) return false;
        using var key = JsonDocument.Parse(_request.PartitionKey!);
        return test.Ranges(_frame) is [{ IsExact: true } range] && range == RangeMaker.Equal(Value.Of(key.RootElement)).Single();
    }

    private ReadPlan? Filtered(Condition? condition) => condition is null ? null : new ReadPlan
    {
        Filter = Filter(condition),
        IsExact = _request.Query.Paths.IsWhole && condition.Alternatives.All(test => test.Ranges(_frame).All(range => range.IsExact)),
    };

    private ReadPlan? Ordered(Condition? condition, long rows)
    {
        if (_request.Query.Paths.Order is not { } path || !_indexes.Allows(_request.Table, path) || rows < ManyRows) return null;
        if (!_request.Query.Bound.StreamsInOrder) return null;
        EnsureIndex(path);
        // A condition on the very path of the order narrows the walk as long as it is one stretch.
        var narrows = condition is { Alternatives: [var test] } && test.Path.Equals(path) && test.Ranges(_frame) is [{ Kind: not IndexRange.Any }];
        return new ReadPlan { Filter = Filter(narrows ? condition : null), Order = path, OrdersOneKind = narrows };
    }

    private SqlText? Filter(Condition? condition)
    {
        var sql = new RangeSql();
        var conditions = new List<string>();
        if (_byPartition) conditions.Add(Partition(sql));
        if (condition is not null) conditions.AddRange(WithSamePath(condition).Select(one => Sql(sql, one)));
        return conditions.Count == 0 ? null : sql.Write(conditions);
    }

    /// <summary>Both ends of a range often stand in two conditions.</summary>
    private IEnumerable<Condition> WithSamePath(Condition condition) => condition.Alternatives is [var only]
        ? _request.Query.Paths.Conditions.Where(other => other.Alternatives is [var test] && test.Path.Equals(only.Path))
        : [condition];

    private string Sql(RangeSql sql, Condition condition) =>
        sql.Condition(condition.Alternatives.Select(test => (test.Path, test.Ranges(_frame))));

    private string Partition(RangeSql sql) => $"pk = {sql.Parameter(_request.PartitionKey!)}";

    private void EnsureIndex(IndexPath path)
    {
        if (!_indexes.Exists(_connection, _request.Table, path, _byPartition)) _indexes.Create(_connection, _request.Table, path, _byPartition);
    }

    private long Count(SqlText? filter, int limit)
    {
        filter ??= new SqlText("TRUE");
        using var command = (filter with { Sql = $"SELECT COUNT(*) FROM (SELECT 1 FROM {_request.Table} WHERE {filter.Sql} LIMIT {limit})" })
            .ToCommand(_connection);
        return (long)command.ExecuteScalar()!;
    }
}
