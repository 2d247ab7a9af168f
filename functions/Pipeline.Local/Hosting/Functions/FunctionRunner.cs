using Pipeline.Local.Hosting.Observing;

namespace Pipeline.Local.Hosting.Functions;

/// <summary>Runs a function within its time limit and tells the observer. Thread safe.</summary>
internal sealed class FunctionRunner(
    FunctionDefinition function, FunctionInvoker invoker, IHostObserver observer, TimeProvider clock, TimeSpan timeout)
{
    public string Name => function.Name;

    public IHostObserver Observer => observer;

    public FunctionRun Describe(TriggerInput input) => new(function.Name, Guid.NewGuid().ToString(), input.Subject, input.Attempt);

    /// <summary>Never throws: whatever the function throws is its result.</summary>
    /// <param name="run">From <see cref="Describe"/>.</param>
    /// <param name="input">What triggered it.</param>
    /// <param name="abort">Cancelled when the host will wait no longer.</param>
    /// <returns>Null when the function succeeded.</returns>
    public async Task<Exception?> RunAsync(FunctionRun run, TriggerInput input, CancellationToken abort) =>
        (await RunForResultAsync(run, input, abort)).Error;

    /// <summary>The same, with what the function returned.</summary>
    public async Task<(Exception? Error, object? Result)> RunForResultAsync(FunctionRun run, TriggerInput input, CancellationToken abort)
    {
        var started = clock.GetTimestamp();
        observer.Started(run);
        var (error, result) = await AttemptAsync(run, input, abort);
        var took = clock.GetElapsedTime(started);
        if (error is null)
        {
            observer.Succeeded(run, took);
        }
        else
        {
            observer.Failed(run, took, error);
        }

        return (error, result);
    }

    private async Task<(Exception? Error, object? Result)> AttemptAsync(FunctionRun run, TriggerInput input, CancellationToken abort)
    {
        using var limit = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, abort);
        try
        {
            return (null, await invoker.InvokeAsync(input, run.InvocationId, either.Token));
        }
        catch (OperationCanceledException error) when (limit.IsCancellationRequested && !abort.IsCancellationRequested)
        {
            return (new TimeoutException($"Function {function.Name} took longer than functionTimeout, {timeout:c}.", error), null);
        }
#pragma warning disable CA1031 // whatever it is, it goes to the caller, who retries or gives up
        catch (Exception error)
#pragma warning restore CA1031
        {
            return (error, null);
        }
    }
}
