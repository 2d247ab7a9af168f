using Microsoft.Data.Sqlite;

namespace Pipeline.LocalCosmos.Storage;

/// <summary>An open connection with its prepared statements, used by one thread at a time.</summary>
internal sealed class StorageConnection : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    public StorageConnection(string connectionString, string pragmas)
    {
        Sqlite = new SqliteConnection(connectionString);
        Sqlite.Open();
        Run(pragmas);
    }

    /// <summary>The same connection, for what is not worth a statement of its own.</summary>
    public SqliteConnection Sqlite { get; }

    public bool IsAutoCommit => SQLitePCL.raw.sqlite3_get_autocommit(Sqlite.Handle!) != 0;

    public SqliteStatement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements.Add(sql, statement = new SqliteStatement(Sqlite.Handle!, sql));
        return statement;
    }

    public void Run(string sql)
    {
        using var command = Sqlite.CreateCommand();
#pragma warning disable CA2100 // Every text comes from this project; values are always bound.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Lets go of the statements that hold a table, which SQLite asks for before the table can be dropped.</summary>
    public void ForgetStatements()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _statements.Clear();
    }

    public void Dispose()
    {
        ForgetStatements();
        Sqlite.Dispose();
    }
}
