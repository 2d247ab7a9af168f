using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Pipeline.LocalCosmos.Query.Planning;

/// <summary>The policies of the containers, and which of the indexes they allow exist. An index is made when a query first needs it.</summary>
internal sealed class IndexCatalog(Action<string>? runDdl, int smallContainer)
{
    private readonly ConcurrentDictionary<string, IndexingPolicy> _policies = new();
    private readonly ConcurrentDictionary<string, bool> _existing = new();

    /// <summary>Up to so many rows are read without an index.</summary>
    public int SmallContainer => smallContainer;

    /// <summary>Takes a policy over. Indexes that it no longer allows stay as they are, unused.</summary>
    public void Register(string table, IndexingPolicy policy) => _policies[table] = policy;

    public bool Allows(string table, IndexPath path) => (_policies.GetValueOrDefault(table) ?? IndexingPolicy.Default).Includes(path.Segments);

    public bool Exists(SqliteConnection connection, string table, IndexPath path, bool byPartition)
    {
        var name = path.IndexName(table, byPartition);
        if (_existing.ContainsKey(name)) return true;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'index' AND name = $name";
        command.Parameters.AddWithValue("$name", name);
        if ((long)command.ExecuteScalar()! == 0) return false;
        _existing[name] = true;
        return true;
    }

    /// <summary>Makes the index of ids over all partitions. The service keeps one in every indexing mode but None.</summary>
    public void EnsureIds(SqliteConnection connection, string table)
    {
        var name = $"ix_{table}_ids";
        if (!_existing.ContainsKey(name)) Run(connection, $"CREATE INDEX IF NOT EXISTS {name} ON {table} (id)", name);
    }

    public void Create(SqliteConnection connection, string table, IndexPath path, bool byPartition) =>
        Run(connection, path.CreateIndex(table, byPartition), path.IndexName(table, byPartition));

    private void Run(SqliteConnection connection, string ddl, string name)
    {
        if (runDdl is not null) runDdl(ddl);
        else
        {
            using var command = connection.CreateCommand();
            command.CommandText = ddl;
            command.ExecuteNonQuery();
        }
        _existing[name] = true;
    }
}
