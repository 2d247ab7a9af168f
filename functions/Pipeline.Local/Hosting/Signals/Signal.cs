namespace Pipeline.Local.Hosting.Signals;

/// <summary>Wakes one waiter, now or after a while. Raised while nobody waits, it is kept. Thread safe; one waiter at a time.</summary>
internal sealed class Signal(TimeProvider clock)
{
    // Longer ones are left to polling, so that a message deferred for days holds no timer.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private TaskCompletionSource _raised = New();

    public void Raise()
    {
        lock (_gate)
        {
            _raised.TrySetResult();
        }
    }

    public void RaiseAfter(TimeSpan wait)
    {
        if (wait <= TimeSpan.Zero)
        {
            Raise();
        }
        else if (wait <= LongestTimer)
        {
            _ = RaiseLaterAsync(wait);
        }
    }

    /// <summary>Returns when raised, after <paramref name="longest"/>, or when stopped; never throws.</summary>
    /// <returns>True when raised.</returns>
    public async Task<bool> WaitAsync(TimeSpan longest, CancellationToken stop)
    {
        Task raised;
        lock (_gate)
        {
            raised = _raised.Task;
        }

        if (!raised.IsCompleted)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
            await Task.WhenAny(raised, Task.Delay(longest, clock, ended.Token));
            await ended.CancelAsync();
        }

        lock (_gate)
        {
            var woken = _raised.Task.IsCompleted;
            _raised = woken ? New() : _raised;
            return woken;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RaiseLaterAsync(TimeSpan wait)
    {
        await Task.Delay(wait, clock);
        Raise();
    }
}
