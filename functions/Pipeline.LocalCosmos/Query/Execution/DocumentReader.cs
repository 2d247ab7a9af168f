using Microsoft.Data.Sqlite;

namespace Pipeline.LocalCosmos.Query.Execution;

/// <summary>
/// Streams rows. A plan that goes through an index lists row ids from the index alone and fetches bodies one by one, so that
/// sorting ids never drags bodies along and what is not asked for is not read.
/// </summary>
internal sealed class DocumentReader(SqliteConnection connection, string table, long now)
{
    private const string Alive = "(expires IS NULL OR expires > $now)";

    /// <summary>All rows from a row id on, in their order.</summary>
    public IEnumerable<DocumentRow> Scan(long from)
    {
        using var command = Command(new SqlText($"SELECT rowid, body FROM {table} WHERE rowid >= $from AND {Alive} ORDER BY rowid").With("$from", from));
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return new DocumentRow(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
    }

    /// <summary>The rows whose ids a statement lists.</summary>
    public IEnumerable<DocumentRow> Fetch(SqlText rowIds)
    {
        using var ids = Command(rowIds);
        using var fetch = Command(new SqlText($"SELECT body FROM {table} WHERE rowid = $row AND {Alive}"));
        var row = fetch.Parameters.Add("$row", SqliteType.Integer);
        using var reader = ids.ExecuteReader();
        while (reader.Read())
        {
            row.Value = reader.GetInt64(0);
            byte[] body;
            using (var found = fetch.ExecuteReader())
            {
                if (!found.Read()) continue;
                body = found.GetFieldValue<byte[]>(0);
            }
            yield return new DocumentRow((long)row.Value, body);
        }
    }

    public long Count(SqlText filter)
    {
        using var command = Command(filter with { Sql = $"SELECT COUNT(*) FROM {table} WHERE {filter.Sql} AND {Alive}" });
        return (long)command.ExecuteScalar()!;
    }

    private SqliteCommand Command(SqlText text)
    {
        var command = text.ToCommand(connection);
        command.Parameters.AddWithValue("$now", now);
        return command;
    }
}
