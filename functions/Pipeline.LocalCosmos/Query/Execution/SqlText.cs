using Microsoft.Data.Sqlite;

namespace Pipeline.LocalCosmos.Query.Execution;

/// <summary>SQL with the values of its parameters.</summary>
internal sealed record SqlText(string Sql)
{
    public IReadOnlyList<KeyValuePair<string, object>> Parameters { get; init; } = [];

    public SqlText With(string name, object value) => this with { Parameters = [.. Parameters, KeyValuePair.Create(name, value)] };

    public SqliteCommand ToCommand(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Sql;
        foreach (var (name, value) in Parameters) command.Parameters.AddWithValue(name, value);
        return command;
    }
}
