namespace Pipeline.LocalCosmos.Storage;

/// <summary>
/// The table that holds one container's items. <c>pk</c> is the partition key value as canonical JSON text (<c>"abc"</c>,
/// <c>5</c>, <c>true</c>, <c>null</c>, <c>{}</c> for undefined); <c>body</c> is the whole item with its system properties;
/// <c>ts</c> and <c>expires</c> are unix seconds, and a row whose <c>expires</c> has come is invisible. The rowid is the
/// document number inside <c>_rid</c>: it is given once, never again, and is the service's order among equal sort keys.
/// <c>body</c> comes last, so that reading the others does not walk its overflow pages.
/// </summary>
internal static class DocumentTable
{
    public static string Name(long containerNumber) => $"docs_{containerNumber}";

    public static string CreateStatement(string table) => $"""
        CREATE TABLE {table} (
            id      TEXT NOT NULL,
            pk      TEXT NOT NULL,
            etag    TEXT,
            ts      INTEGER,
            lsn     INTEGER,
            expires INTEGER NULL,
            body    TEXT NOT NULL,
            PRIMARY KEY (pk, id)
        );
        CREATE INDEX {table}_lsn ON {table} (lsn);
        CREATE INDEX {table}_expires ON {table} (expires) WHERE expires IS NOT NULL;
        """;
}
