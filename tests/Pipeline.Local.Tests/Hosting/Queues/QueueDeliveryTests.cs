namespace Pipeline.Local.Tests.Hosting.Queues;

public sealed class QueueDeliveryTests
{
    private readonly QueueScene _scene = new();

    [Fact]
    public async Task DeliverAsync_FunctionSucceeds_MessageIsDeleted()
    {
        await _scene.Queue.SendMessageAsync("x");

        await DeliverNextAsync();

        Assert.Equal(0, await _scene.CountAsync());
        Assert.Equal(["started ProbeMessage #1", "succeeded ProbeMessage #1"], _scene.Observer.Events);
    }

    [Fact]
    public async Task DeliverAsync_FunctionFails_MessageComesBackAfterVisibilityTimeout()
    {
        _scene.Probe.OnMessage = (_, _) => throw new InvalidDataException();
        await _scene.Queue.SendMessageAsync("x");

        await DeliverNextAsync();

        Assert.Null(await _scene.ReceiveAsync());
        _scene.Clock.Advance(_scene.Settings.VisibilityTimeout);
        Assert.Equal(2, (await _scene.ReceiveAsync())?.DequeueCount);
    }

    [Fact]
    public async Task DeliverAsync_LastAttemptFails_MessageGoesToPoisonWithItsBody()
    {
        _scene.Probe.OnMessage = (_, _) => throw new InvalidDataException();
        await _scene.Queue.SendMessageAsync("<bad>");

        for (var attempt = 1; attempt <= _scene.Settings.MaxDequeueCount; attempt++)
        {
            await DeliverNextAsync();
            _scene.Clock.Advance(_scene.Settings.VisibilityTimeout);
        }

        Assert.Equal(0, await _scene.CountAsync());
        Assert.Equal("<bad>", (await _scene.Poison.ReceiveMessageAsync()).Value.Body.ToString());
        Assert.Equal(3, _scene.Observer.Events.Count(line => line.StartsWith("failed", StringComparison.Ordinal)));
        Assert.Equal("given up ProbeMessage #3 to probe-poison", _scene.Observer.Events.Last());
    }

    [Fact]
    public async Task DeliverAsync_SeenTooOftenByDeadHosts_GoesToPoisonWithoutARun()
    {
        await _scene.Queue.SendMessageAsync("x");
        for (var death = 0; death < _scene.Settings.MaxDequeueCount; death++)
        {
            await _scene.ReceiveAsync();
            _scene.Clock.Advance(QueueScene.Lease);
        }

        await DeliverNextAsync();

        Assert.Equal(["given up ProbeMessage #4 to probe-poison"], _scene.Observer.Events);
        Assert.Equal(0, await _scene.CountAsync());
    }

    [Fact]
    public async Task DeliverAsync_RunLongerThanTheLease_MessageStaysHiddenAndIsDeleted()
    {
        var (started, running) = (new TaskCompletionSource(), new TaskCompletionSource());
        _scene.Probe.OnMessage = (_, _) =>
        {
            started.SetResult();
            return running.Task;
        };
        await _scene.Queue.SendMessageAsync("x");

        var delivery = DeliverNextAsync();
        await Eventually.TrueAsync(() => started.Task.IsCompleted);
        for (var half = 1; half <= 6; half++)
        {
            _scene.Clock.Advance(QueueScene.Lease / 2);
            await Eventually.TrueAsync(() => _scene.Store.Hidden == half);
            Assert.Null(await _scene.ReceiveAsync());
        }

        running.SetResult();
        await delivery;
        Assert.Equal(0, await _scene.CountAsync());
    }

    [Fact]
    public async Task DeliverAsync_CutShortByTheHostsStop_IsVisibleAtOnceEvenOnItsLastAttempt()
    {
        using var abort = new CancellationTokenSource();
        _scene.Probe.OnMessage = async (_, cancellation) =>
        {
            await abort.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        };
        await _scene.Queue.SendMessageAsync("x");
        for (var attempt = 1; attempt < _scene.Settings.MaxDequeueCount; attempt++)
        {
            await _scene.ReceiveAsync();
            _scene.Clock.Advance(QueueScene.Lease);
        }

        await DeliverNextAsync(abort.Token);

        Assert.NotNull(await _scene.ReceiveAsync());
    }

    [Fact]
    public async Task DeliverAsync_LongerThanFunctionTimeout_IsCancelledAndFails()
    {
        var scene = new QueueScene(functionTimeout: TimeSpan.FromSeconds(10));
        scene.Probe.OnMessage = (_, cancellation) => Task.Delay(Timeout.Infinite, cancellation);
        await scene.Queue.SendMessageAsync("x");

        var delivery = scene.Delivery.DeliverAsync((await scene.ReceiveAsync())!, CancellationToken.None);
        scene.Clock.Advance(TimeSpan.FromSeconds(10));
        await delivery;

        Assert.Equal("failed ProbeMessage #1: TimeoutException", scene.Observer.Events.Last());
    }

    [Fact]
    public async Task DeliverAsync_MessageTakenByAnotherHost_LeavesItThere()
    {
        await _scene.Queue.SendMessageAsync("x");
        var stale = (await _scene.ReceiveAsync())!;
        _scene.Clock.Advance(QueueScene.Lease);
        await _scene.ReceiveAsync();

        await _scene.Delivery.DeliverAsync(stale, CancellationToken.None);

        Assert.Equal(1, await _scene.CountAsync());
    }

    [Fact]
    public async Task DeliverAsync_PoisonQueueItself_IsTriedOnceALeaseForEver()
    {
        var scene = new QueueScene(queue: "probe-poison");
        scene.Probe.OnMessage = (_, _) => throw new InvalidDataException();
        await scene.Queue.SendMessageAsync("x");

        for (var attempt = 1; attempt <= scene.Settings.MaxDequeueCount + 2; attempt++)
        {
            var message = await scene.ReceiveAsync();
            Assert.Equal(attempt, message?.DequeueCount);
            await scene.Delivery.DeliverAsync(message!, CancellationToken.None);
            Assert.Null(await scene.ReceiveAsync());
            scene.Clock.Advance(QueueScene.Lease);
        }

        Assert.False((await scene.Poison.ExistsAsync()).Value);
    }

    private async Task DeliverNextAsync(CancellationToken abort = default) =>
        await _scene.Delivery.DeliverAsync(Assert.IsType<Azure.Storage.Queues.Models.QueueMessage>(await _scene.ReceiveAsync()), abort);
}
