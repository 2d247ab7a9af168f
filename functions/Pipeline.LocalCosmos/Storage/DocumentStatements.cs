namespace Pipeline.LocalCosmos.Storage;

/// <summary>The statements of one container's table, made once so that finding them prepared is a dictionary look-up.</summary>
internal sealed class DocumentStatements(string table)
{
    /// <summary>1 pk, 2 id, 3 now -> body, etag.</summary>
    public string Find { get; } =
        $"SELECT body, etag FROM {table} WHERE pk = ?1 AND id = ?2 AND (expires IS NULL OR expires > ?3)";

    /// <summary>1 pk, 2 id -> etag, rowid, bytes of body. For the writer, which has swept what expired.</summary>
    public string FindForWrite { get; } = $"SELECT etag, rowid, octet_length(body) FROM {table} WHERE pk = ?1 AND id = ?2";

    /// <summary>1 rowid -> body.</summary>
    public string ReadRow { get; } = $"SELECT body FROM {table} WHERE rowid = ?1";

    /// <summary>1 rowid, 2 body, 3 etag, 4 ts, 5 lsn, 6 expires, 7 pk, 8 id.</summary>
    public string Insert { get; } = $"""
        INSERT INTO {table} (rowid, body, etag, ts, lsn, expires, pk, id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """;

    /// <summary>1 rowid, 2 body, 3 etag, 4 ts, 5 lsn, 6 expires.</summary>
    public string Update { get; } =
        $"UPDATE {table} SET body = ?2, etag = ?3, ts = ?4, lsn = ?5, expires = ?6 WHERE rowid = ?1";

    /// <summary>1 rowid.</summary>
    public string Delete { get; } = $"DELETE FROM {table} WHERE rowid = ?1";

    /// <summary>1 now.</summary>
    public string Sweep { get; } = $"DELETE FROM {table} WHERE expires <= ?1";

    /// <summary>1 lsn, 2 container number.</summary>
    public string SaveLsn { get; } = "UPDATE containers SET lsn = ?1 WHERE number = ?2";
}
