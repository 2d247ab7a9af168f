using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Pipeline.LocalCosmos.Query.Planning;

/// <summary>The policies of the containers, and which of the indexes they allow exist. An index is made when a query first needs it.</summary>
internal sealed class IndexCatalog(Action<string>? runDdl)
{
    private readonly ConcurrentDictionary<string, IndexingPolicy> _policies = new();
    private readonly ConcurrentDictionary<string, bool> _existing = new();

    public void Register(SqliteConnection connection, string table, IndexingPolicy policy) => _policies[table] = policy;

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

    public void Create(SqliteConnection connection, string table, IndexPath path, bool byPartition)
    {
        var ddl = path.CreateIndex(table, byPartition);
        if (runDdl is not null) runDdl(ddl);
        else
        {
            using var command = connection.CreateCommand();
            command.CommandText = ddl;
            command.ExecuteNonQuery();
        }
        _existing[path.IndexName(table, byPartition)] = true;
    }
}
