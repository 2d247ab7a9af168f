using Pipeline.Testing.Crashes;

namespace Pipeline.Testing.Stepping;

/// <summary>
/// The functions host without its threads and its clock: a test hands out one delivery at a time, in any order, twice or not
/// at all, and the process dies and starts again by a <see cref="CrashPlan"/>. Discovery, invocation, settling, poison
/// queues and receipts are the local host's own code. Not thread safe.
/// </summary>
public sealed class SteppedHost : IAsyncDisposable
{
    private readonly SteppedHostOptions _options;
    private readonly List<SteppedDelivery> _held = [];
    private SteppedProcess? _process;

    public SteppedHost(SteppedHostOptions options)
    {
        _options = options;
    }

    /// <summary>What the host has received and not handed out yet.</summary>
    public IReadOnlyList<SteppedDelivery> Held => _held;

    /// <summary>How often the process has been started.</summary>
    public int Lives { get; private set; }

    /// <summary>Receives every visible message and every blob without a receipt.</summary>
    public async Task ReceiveAsync()
    {
        var process = await LivingAsync();
        _held.AddRange(await process.ReceiveAsync(_held));
    }

    /// <summary>Runs the function and settles the message. Returns also when the process died in the middle.</summary>
    public Task DeliverAsync(SteppedDelivery delivery) => HandOutAsync(delivery, delivery.DeliverAsync);

    /// <summary>The queue hands the message out a second time after the first run has ended.</summary>
    public Task DeliverTwiceAsync(SteppedDelivery delivery) => HandOutAsync(delivery, async () =>
    {
        await delivery.DeliverAsync();
        await delivery.DeliverAsync();
    });

    /// <summary>Two hosts hold the message at once.</summary>
    public Task DeliverTwiceAtOnceAsync(SteppedDelivery delivery) =>
        HandOutAsync(delivery, () => Task.WhenAll(Task.Run(delivery.DeliverAsync), Task.Run(delivery.DeliverAsync)));

    /// <summary>The host loses it; the queue hands it out again when its lease has passed.</summary>
    public void Drop(SteppedDelivery delivery) => _held.Remove(delivery);

    /// <summary>Runs a timer function once. Nothing else runs timers here: a test says when.</summary>
    public async Task RunTimerAsync(string function)
    {
        var delivery = (await LivingAsync()).Timer(function);
        await HandOutAsync(delivery, delivery.DeliverAsync);
    }

    /// <summary>Takes the next changes of the database through the functions that follow them.</summary>
    /// <returns>False when there was nothing new. True also when the process died over it.</returns>
    public async Task<bool> ReadFeedsAsync()
    {
        var any = true;
        try
        {
            any = await (await LivingAsync()).ReadFeedsAsync();
        }
        catch (SimulatedCrashException)
        {
            // Found out below, as when the function's own handlers have caught it.
        }

        if (_options.World.Plan.IsDead)
        {
            await KillAsync();
        }

        return any;
    }

    /// <summary>Receives what there is and hands out one delivery.</summary>
    /// <returns>False when there was none.</returns>
    public async Task<bool> StepAsync()
    {
        await ReceiveAsync();
        if (_held.Count == 0)
        {
            return false;
        }

        if (_options.Disorder is not { } disorder)
        {
            await DeliverAsync(_held[0]);
            return true;
        }

        // A change feed is read at any time between.
        if (disorder.Random.Next(4) == 0)
        {
            await ReadFeedsAsync();
        }

        if (_held.Count == 0)
        {
            return true;
        }

        var next = _held[disorder.Random.Next(_held.Count)];
        switch (disorder.Random.NextDouble())
        {
            case var drawn when drawn < disorder.Drops:
                Drop(next);
                break;
            case var drawn when drawn < disorder.Drops + disorder.Duplicates:
                await DeliverTwiceAsync(next);
                break;
            case var drawn when drawn < disorder.Drops + disorder.Duplicates + disorder.Concurrent:
                await DeliverTwiceAtOnceAsync(next);
                break;
            default:
                await DeliverAsync(next);
                break;
        }

        return true;
    }

    /// <summary>
    /// Steps until nothing is left to deliver, now or later: it moves the clock to hidden messages, and starts the process
    /// again after a crash.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no end within <paramref name="mostSteps"/>.</exception>
    public async Task RunToEndAsync(int mostSteps = 10_000)
    {
        for (var step = 0; step < mostSteps; step++)
        {
            if (await StepAsync())
            {
                continue;
            }

            if (await ReadFeedsAsync())
            {
                continue;
            }

            if (_options.World.Storage.NextVisible() is not { } next)
            {
                return;
            }

            _options.World.Clock.SetUtcNow(next);
        }

        throw new InvalidOperationException(
            $"After {mostSteps} deliveries there still is something to deliver: {string.Join(", ", _held)}");
    }

    /// <summary>The process is killed, between two deliveries: all that it holds is lost.</summary>
    public async Task KillAsync()
    {
        _held.Clear();
        if (_process is not null)
        {
            await _process.DisposeAsync();
            _process = null;
        }
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private async Task HandOutAsync(SteppedDelivery delivery, Func<Task> deliver)
    {
        _held.Remove(delivery);
        try
        {
            await deliver();
        }
        catch (SimulatedCrashException)
        {
            // Found out below, as when the function's own handlers have caught it.
        }

        if (_options.World.Plan.IsDead)
        {
            await KillAsync();
        }
    }

    private async Task<SteppedProcess> LivingAsync()
    {
        while (_process is null)
        {
            _options.World.Plan.Restart();
            Lives++;
            try
            {
                _process = await SteppedProcess.StartAsync(_options);
            }
            catch (SimulatedCrashException)
            {
                // Died while it started; the plan lets it live the next time.
            }
        }

        return _process;
    }
}
