using Pipeline.Local.Hosting.Configuration;

namespace Pipeline.Local.Tests.Hosting.Queues;

public sealed class QueueListenerTests : IAsyncLifetime, IDisposable
{
    private readonly QueueScene _scene = new(new QueueSettings
    {
        Base64 = false, BatchSize = 4, NewBatchThreshold = 2, MaxPollingInterval = TimeSpan.FromSeconds(2),
    });

    private readonly CancellationTokenSource _stop = new();
    private Task _listening = Task.CompletedTask;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening;
    }

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task ListenAsync_ManyMessages_RunsBatchSizeAndThresholdAtOnceAndNoMore()
    {
        using var gate = new SemaphoreSlim(0);
        _scene.Probe.OnMessage = (_, cancellation) => gate.WaitAsync(cancellation);
        for (var message = 0; message < 20; message++)
        {
            await _scene.Queue.SendMessageAsync("x");
        }

        var listener = _scene.Listener();
        _listening = listener.ListenAsync(_stop.Token, CancellationToken.None);

        // The first batch of 4 runs; at 2 left the next 4 are fetched, which makes 6.
        await Eventually.TrueAsync(() => listener.Running == 4);
        gate.Release();
        await Eventually.TrueAsync(() => listener.Running == 3);
        await Task.Delay(100);
        Assert.Equal(3, listener.Running);
        gate.Release();
        await Eventually.TrueAsync(() => listener.Running == 6);
        gate.Release(18);
        await Eventually.TrueAsync(async () => await _scene.CountAsync() == 0);
    }

    [Fact]
    public async Task ListenAsync_EmptyQueueAndASignal_FetchesWithoutPolling()
    {
        var seen = new TaskCompletionSource();
        _scene.Probe.OnMessage = (_, _) =>
        {
            seen.SetResult();
            return Task.CompletedTask;
        };
        _listening = _scene.Listener().ListenAsync(_stop.Token, CancellationToken.None);
        await Eventually.TrueAsync(() => _scene.Store.Received == 1);

        // The clock stands still, so no further poll can come.
        await _scene.Queue.SendMessageAsync("x");
        await Task.Delay(100);
        Assert.False(seen.Task.IsCompleted);
        _scene.Signals.MessageSent("probe", TimeSpan.Zero);

        await Eventually.TrueAsync(() => seen.Task.IsCompleted);
    }

    [Fact]
    public async Task ListenAsync_MessageThatNobodySignals_IsFoundByPolling()
    {
        var seen = new TaskCompletionSource();
        _scene.Probe.OnMessage = (_, _) =>
        {
            seen.TrySetResult();
            return Task.CompletedTask;
        };
        _listening = _scene.Listener().ListenAsync(_stop.Token, CancellationToken.None);
        await Eventually.TrueAsync(() => _scene.Store.Received == 1);
        await _scene.Queue.SendMessageAsync("x");

        await Eventually.TrueAsync(() =>
        {
            _scene.Clock.Advance(TimeSpan.FromSeconds(2));
            return seen.Task.IsCompleted;
        });
    }

    [Fact]
    public async Task ListenAsync_Stopped_LeavesTheRestInTheQueue()
    {
        using var gate = new SemaphoreSlim(0);
        _scene.Probe.OnMessage = (_, cancellation) => gate.WaitAsync(cancellation);
        for (var message = 0; message < 10; message++)
        {
            await _scene.Queue.SendMessageAsync("x");
        }

        var listener = _scene.Listener();
        _listening = listener.ListenAsync(_stop.Token, CancellationToken.None);
        await Eventually.TrueAsync(() => listener.Running == 4);

        await _stop.CancelAsync();
        await _listening;
        var drained = listener.DrainAsync(CancellationToken.None);
        Assert.False(drained.IsCompleted);
        gate.Release(4);
        await drained;

        Assert.Equal(6, await _scene.CountAsync());
    }

    [Fact]
    public async Task ListenAsync_StorageFailsForAWhile_GoesOn()
    {
        var seen = new TaskCompletionSource();
        _scene.Probe.OnMessage = (_, _) =>
        {
            seen.TrySetResult();
            return Task.CompletedTask;
        };
        await _scene.Queue.SendMessageAsync("x");
        var failing = new FailingQueueStore(_scene.Store, failures: 3);
        _listening = _scene.Listener(failing).ListenAsync(_stop.Token, CancellationToken.None);

        await Eventually.TrueAsync(() =>
        {
            _scene.Clock.Advance(TimeSpan.FromSeconds(2));
            return seen.Task.IsCompleted;
        });
        Assert.Equal(0, failing.Failures);
    }
}
