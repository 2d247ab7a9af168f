using System.Collections.Concurrent;

namespace Pipeline.LocalCosmos.Storage;

/// <summary>Read-only connections, as many as there are readers at once. In WAL mode none of them waits for the writer.</summary>
internal sealed class ReaderPool(Func<StorageConnection> open) : IDisposable
{
    private readonly ConcurrentBag<StorageConnection> _idle = [];
    private volatile bool _disposed;

    public TResult Read<TResult>(Func<StorageConnection, TResult> read) =>
        Read(read, static (connection, read) => read(connection));

    public TResult Read<TState, TResult>(TState state, Func<StorageConnection, TState, TResult> read)
    {
        var connection = _idle.TryTake(out var idle) ? idle : open();
        try
        {
            var result = read(connection, state);
            _idle.Add(connection);
            if (_disposed)
                Dispose();
            return result;
        }
        catch
        {
            // A connection that failed may stand in the middle of a statement; the next reader opens a clean one.
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
            connection.Dispose();
    }
}
