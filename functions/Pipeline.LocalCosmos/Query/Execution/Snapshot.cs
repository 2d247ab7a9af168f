using Microsoft.Data.Sqlite;

namespace Pipeline.LocalCosmos.Query.Execution;

/// <summary>
/// Several statements that read one state of the database. A savepoint rather than a transaction, because the caller may have one open.
/// </summary>
internal sealed class Snapshot : IDisposable
{
    private readonly SqliteConnection _connection;

    public Snapshot(SqliteConnection connection)
    {
        _connection = connection;
        Run("SAVEPOINT query_page");
    }

    public void Dispose() => Run("RELEASE query_page");

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
