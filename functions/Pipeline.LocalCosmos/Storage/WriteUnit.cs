namespace Pipeline.LocalCosmos.Storage;

/// <inheritdoc cref="IWriteUnit"/>
internal sealed class WriteUnit<TResult>(Func<StorageConnection, (TResult Result, bool Keep)> write, Action<TResult>? afterCommit)
    : IWriteUnit
{
    // Continuations run elsewhere: the writer's thread only writes.
    private readonly TaskCompletionSource<TResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult? _result;
    private bool _kept;

    public Task<TResult> Task => _completion.Task;

    public bool Run(StorageConnection connection)
    {
        (_result, _kept) = write(connection);
        return _kept;
    }

    public void Committed()
    {
        if (_kept)
            afterCommit?.Invoke(_result!);
        _completion.TrySetResult(_result!);
    }

    public void Failed(Exception exception) => _completion.TrySetException(exception);
}
