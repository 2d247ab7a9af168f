using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Resources;

/// <summary>
/// A unique SQLite index per unique key: the values together are unique within a partition key value, and a missing value
/// is a value like another, so that one item only may lack it.
/// </summary>
internal static class UniqueKeyIndexes
{
    public static void Create(StorageConnection connection, ContainerResource container)
    {
        var keys = container.Definition.UniqueKeys;
        for (var i = 0; i < keys.Count; i++)
        {
            var columns = string.Join(", ", keys[i].Select(path => Expression(path.ToSqlite().Replace("'", "''"))));
            connection.Run($"CREATE UNIQUE INDEX {container.Table}_unique_{i} ON {container.Table} (pk, {columns})");
        }
    }

    // 1 and 1.0 are one value of JSON; SQLite knows them as two types.
    private static string Expression(string path) => $"""
        CASE json_type(body, '{path}')
            WHEN 'integer' THEN json_quote(CAST(body ->> '{path}' AS REAL))
            ELSE coalesce(json_quote(body ->> '{path}'), 'null') END
        """;
}
