using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.LocalCosmos.Query.Binding;
using Pipeline.LocalCosmos.Query.Execution;
using Pipeline.LocalCosmos.Query.Planning;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query;

/// <summary>
/// Cosmos DB's NoSQL query language over one SQLite table per container.
/// <code>
/// text --Compile--> CompiledQuery --Execute--> plan --rowids and bodies--> tuples --> WHERE --> GROUP/ORDER --> SELECT --> page
///       parse, bind                            indexes narrow what is read;            C# alone decides what matches
/// </code>
/// One engine serves one database file. It is thread safe; a connection must not be shared between calls that overlap.
/// </summary>
internal sealed class QueryEngine
{
    private readonly TimeProvider _clock;
    private readonly IndexCatalog _indexes;
    private readonly CompiledQueryCache _compiled = new();
    private readonly CompiledQueryCache _predicates = new();

    /// <param name="clock">What GetCurrentDateTime and its kin read.</param>
    /// <param name="runDdl">
    /// Runs one CREATE or DROP INDEX statement on the connection that writes, and returns when it is committed. Null runs it on the
    /// connection that the query came with.
    /// </param>
    /// <param name="smallContainer">Up to so many rows, of a container or a partition, are read without an index.</param>
    public QueryEngine(TimeProvider clock, Action<string>? runDdl = null, int smallContainer = 256)
    {
        _clock = clock;
        _indexes = new IndexCatalog(runDdl, smallContainer);
    }

    /// <exception cref="QueryException">The text is malformed or not supported; the message says why.</exception>
    public CompiledQuery Compile(string text) => _compiled.GetOrAdd(text, CompiledQuery.OfQuery);

    /// <summary>Compiles the filter of a patch, <c>FROM c WHERE condition</c>.</summary>
    /// <exception cref="QueryException">The text is malformed or not supported; the message says why.</exception>
    public CompiledQuery CompilePredicate(string text) => _predicates.GetOrAdd(text, CompiledQuery.OfPredicate);

    /// <summary>Registers a container's indexing policy. Indexes are made when the first query that profits arrives.</summary>
    public void EnsureIndexes(SqliteConnection connection, string table, JsonElement indexingPolicy) =>
        _indexes.Register(table, IndexingPolicy.Parse(indexingPolicy));

    /// <summary>Reads one page. Reads see one snapshot of the database.</summary>
    /// <exception cref="QueryException">A parameter is missing, the token is malformed, or a function refuses its arguments.</exception>
    public QueryPage Execute(SqliteConnection connection, QueryRequest request)
    {
        var frame = request.Query.NewFrame(request.Parameters, _clock.GetUtcNow());
        var token = Continuation.Parse(request.Continuation);
        var plan = Planner.Plan(connection, request, frame, _indexes);
        using var snapshot = new Snapshot(connection);
        return new PageReader(connection, request, frame, plan, token).Read();
    }

    /// <summary>How SQLite would find a first page's rows: the lines of EXPLAIN QUERY PLAN. Makes indexes as Execute would.</summary>
    public IReadOnlyList<string> Explain(SqliteConnection connection, QueryRequest request)
    {
        var frame = request.Query.NewFrame(request.Parameters, _clock.GetUtcNow());
        var plan = Planner.Plan(connection, request, frame, _indexes);
        var statement = plan switch
        {
            { Order: not null } => OrderedScan.Statements(request, plan, request.Query.Bound.OrderBy[0].Descending, null).First(),
            { Filter: { } filter } => FilteredScan.Statement(request, filter, 0),
            _ => new SqlText($"SELECT rowid FROM {request.Table}"),
        };
        using var command = (statement with { Sql = $"EXPLAIN QUERY PLAN {statement.Sql}" }).ToCommand(connection);
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read()) lines.Add(reader.GetString(3));
        return lines;
    }

    /// <summary>Whether a document passes a patch's filter.</summary>
    public bool Matches(CompiledQuery predicateQuery, JsonElement document, IReadOnlyDictionary<string, JsonElement> parameters)
    {
        var frame = predicateQuery.NewFrame(parameters, _clock.GetUtcNow());
        frame.Slots[predicateQuery.RootSlot] = Value.Of(document);
        return predicateQuery.Bound.Tuples(frame).Any();
    }
}
