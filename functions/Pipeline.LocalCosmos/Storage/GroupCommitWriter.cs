using System.Collections.Concurrent;

namespace Pipeline.LocalCosmos.Storage;

/// <summary>
/// The only writer. Whatever waits when it is free becomes one transaction, so that concurrent callers share one commit;
/// a caller alone waits for no one.
/// <code>
///   callers --> queue --> [ BEGIN | savepoint unit | savepoint unit | ... | COMMIT ] --> answers
/// </code>
/// An answer is given after COMMIT only: in WAL mode that has written the log, which a killed process does not lose.
/// </summary>
internal sealed class GroupCommitWriter : IDisposable
{
    private const int LargestGroup = 256;

    private readonly BlockingCollection<IWriteUnit> _queue = [];
    private readonly List<IWriteUnit> _group = new(LargestGroup);
    private readonly StorageConnection _connection;
    private readonly Thread _thread;

    public GroupCommitWriter(StorageConnection connection)
    {
        _connection = connection;
        _thread = new Thread(Loop) { IsBackground = true, Name = "LocalCosmos writer" };
        _thread.Start();
    }

    /// <summary>
    /// Runs a write in the next group. <paramref name="afterCommit"/> runs on the writer's thread, before any later group,
    /// and only if the write was kept.
    /// </summary>
    public Task<TResult> WriteAsync<TResult>(
        Func<StorageConnection, (TResult Result, bool Keep)> write, Action<TResult>? afterCommit = null)
    {
        var unit = new WriteUnit<TResult>(write, afterCommit);
        _queue.Add(unit);
        return unit.Task;
    }

    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _connection.Dispose();
        _queue.Dispose();
    }

    private void Loop()
    {
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            _group.Add(first);
            while (_group.Count < LargestGroup && _queue.TryTake(out var next))
                _group.Add(next);

            CommitGroup();
            _group.Clear();
        }
    }

    private void CommitGroup()
    {
        try
        {
            _connection.Statement("BEGIN IMMEDIATE").Execute();
            for (var i = 0; i < _group.Count; i++)
            {
                if (!RunInSavepoint(_group[i]))
                    _group.RemoveAt(i--);
            }

            _connection.Statement("COMMIT").Execute();
        }
#pragma warning disable CA1031 // Whatever went wrong, every waiting caller must hear of it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (!_connection.IsAutoCommit)
                _connection.Statement("ROLLBACK").Execute();
            foreach (var unit in _group)
                unit.Failed(exception);
            return;
        }

        foreach (var unit in _group)
            unit.Committed();
    }

    /// <summary>False when the unit broke and has been told so; the rest of the group goes on without it.</summary>
    private bool RunInSavepoint(IWriteUnit unit)
    {
        _connection.Statement("SAVEPOINT unit").Execute();
        try
        {
            if (!unit.Run(_connection))
                _connection.Statement("ROLLBACK TO unit").Execute();
            _connection.Statement("RELEASE unit").Execute();
            return true;
        }
#pragma warning disable CA1031 // One request's failure is that request's alone.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _connection.Statement("ROLLBACK TO unit").Execute();
            _connection.Statement("RELEASE unit").Execute();
            unit.Failed(exception);
            return false;
        }
    }
}
