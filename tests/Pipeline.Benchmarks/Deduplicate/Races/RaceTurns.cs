namespace Pipeline.Benchmarks.Deduplicate.Races;

/// <summary>
/// Lets tasks that run at once do one operation at a time, in an order drawn from a seed: whoever wants to do one waits until
/// it is drawn, and the next is drawn when everybody waits again. So an order can be repeated, whatever threads the
/// operations run on.
/// </summary>
internal sealed class RaceTurns(Random random)
{
    private readonly Lock _gate = new();
    private readonly List<TaskCompletionSource> _waiting = [];
    private TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;

    /// <summary>Runs all to their end. They must not fail.</summary>
    public async Task RunAsync(IReadOnlyList<Func<Task>> tasks)
    {
        _running = tasks.Count;
        var all = Task.WhenAll(tasks.Select(async task =>
        {
            await Task.Yield();
            await task();
            Rest(null);
        }));
        while (await NextAsync() is { } next)
            next.SetResult();
        await all;
    }

    /// <summary>Completes when it is the caller's turn.</summary>
    public Task WaitAsync()
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Rest(turn);
        return turn.Task;
    }

    private void Rest(TaskCompletionSource? turn)
    {
        lock (_gate)
        {
            if (turn is not null)
                _waiting.Add(turn);
            if (--_running == 0)
                _quiet.SetResult();
        }
    }

    /// <summary>Null when none is left.</summary>
    private async Task<TaskCompletionSource?> NextAsync()
    {
        await _quiet.Task;
        lock (_gate)
        {
            if (_waiting.Count == 0)
                return null;
            _quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _running = 1;
            var index = random.Next(_waiting.Count);
            var next = _waiting[index];
            _waiting.RemoveAt(index);
            return next;
        }
    }
}
