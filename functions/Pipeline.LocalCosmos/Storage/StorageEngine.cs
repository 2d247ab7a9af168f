using Microsoft.Data.Sqlite;

namespace Pipeline.LocalCosmos.Storage;

/// <summary>One SQLite file: its writer and its readers.</summary>
internal sealed class StorageEngine : IDisposable
{
    // A killed process loses nothing that the WAL file holds; only a power failure could lose the last group, which
    // synchronous=FULL would cost an fsync a group to prevent.
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000; "
        + "PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY;";

    private const string LockSuffix = ".lock";

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS databases (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
            body TEXT NOT NULL, etag TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS containers (number INTEGER PRIMARY KEY AUTOINCREMENT, database INTEGER NOT NULL,
            id TEXT NOT NULL, body TEXT NOT NULL, etag TEXT NOT NULL, lsn INTEGER NOT NULL, UNIQUE (database, id));
        CREATE TABLE IF NOT EXISTS offers (number INTEGER PRIMARY KEY AUTOINCREMENT, resource TEXT NOT NULL UNIQUE,
            self TEXT NOT NULL, content TEXT NOT NULL);
        """;

    private readonly string? _temporaryFile;
    private readonly FileStream _lock;

    private StorageEngine(string path, bool temporary)
    {
        _temporaryFile = temporary ? path : null;

        // Catalog and sequence numbers live in memory, so a second process must not write beside this one.
        _lock = new FileStream(
            path + LockSuffix, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        try
        {
            var writer = new StorageConnection(ConnectionString(path, SqliteOpenMode.ReadWriteCreate), Pragmas);
            writer.Run(Schema);
            Writer = new GroupCommitWriter(writer);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }

        Readers = new ReaderPool(
            () => new StorageConnection(ConnectionString(path, SqliteOpenMode.ReadOnly), "PRAGMA busy_timeout=10000; "
                + "PRAGMA cache_size=-4096; PRAGMA temp_store=MEMORY;"));
    }

    public GroupCommitWriter Writer { get; }

    public ReaderPool Readers { get; }

    /// <exception cref="IOException">The file is open elsewhere, cannot be written, or is no database.</exception>
    public static StorageEngine Open(string path)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        try
        {
            return new StorageEngine(full, temporary: false);
        }
        catch (SqliteException exception)
        {
            throw new IOException($"{full} cannot be opened as an account of LocalCosmos: {exception.Message}", exception);
        }
    }

    /// <summary>A file in the temporary folder, deleted on dispose: the same code runs as for a file that stays.</summary>
    public static StorageEngine OpenTemporary() =>
        new(Path.Combine(Path.GetTempPath(), $"local-cosmos-{Guid.NewGuid():n}.db"), temporary: true);

    /// <summary>Changes the schema and returns when it is done. Readers ask for it that found an index worth having.</summary>
    public void RunDdl(string sql) => Writer.WriteAsync(connection =>
    {
        connection.Run(sql);
        return (true, true);
    }).GetAwaiter().GetResult();

    public void Dispose()
    {
        Readers.Dispose();
        Writer.Dispose();
        _lock.Dispose();
        if (_temporaryFile is null)
            return;
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            File.Delete(_temporaryFile + suffix);
    }

    private static string ConnectionString(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();
}
