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
    private TaskCompletionSource _quiet = NewQuiet();
    private int _running;

    /// <summary>Runs all to their end. They must not fail.</summary>
    public async Task RunAsync(IReadOnlyList<Func<Task>> tasks)
    {
        var all = new List<Task>();
        foreach (var task in tasks)
        {
            // One after the other up to their first operation, so that they wait in the same order every time.
            _running = 1;
            all.Add(StartAsync(task));
            await _quiet.Task;
            _quiet = NewQuiet();
        }

        while (Next() is { } next)
        {
            next.SetResult();
            await _quiet.Task;
            _quiet = NewQuiet();
        }

        await Task.WhenAll(all);
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

    private async Task StartAsync(Func<Task> task)
    {
        await Task.Yield();
        await task();
        Rest(null);
    }

    /// <summary>Null when none is left.</summary>
    private TaskCompletionSource? Next()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
                return null;
            _running = 1;
            var index = random.Next(_waiting.Count);
            var next = _waiting[index];
            _waiting.RemoveAt(index);
            return next;
        }
    }

    private static TaskCompletionSource NewQuiet() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
