namespace Pipeline.Local.Hosting;

/// <summary>Counts running tasks and lets one caller wait until few are left. The tasks must not fail. Thread safe.</summary>
internal sealed class RunningTasks
{
    private readonly Lock _gate = new();
    private readonly List<(int AtMost, TaskCompletionSource Reached)> _waiting = [];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add(Task task)
    {
        Interlocked.Increment(ref _count);
        _ = EndAsync(task);
    }

    public Task WaitUntilAtMostAsync(int atMost, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_count <= atMost)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((atMost, reached));
            return reached.Task.WaitAsync(cancellationToken);
        }
    }

    private async Task EndAsync(Task task)
    {
        await task;
        lock (_gate)
        {
            var left = Interlocked.Decrement(ref _count);
            foreach (var (_, reached) in _waiting.Where(waiting => left <= waiting.AtMost))
            {
                reached.TrySetResult();
            }

            _waiting.RemoveAll(waiting => left <= waiting.AtMost);
        }
    }
}
