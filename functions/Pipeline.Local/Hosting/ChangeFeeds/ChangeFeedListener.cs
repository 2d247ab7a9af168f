using Microsoft.Extensions.Logging;

namespace Pipeline.Local.Hosting.ChangeFeeds;

/// <summary>Runs a function for what changes in a container, one run at a time.</summary>
internal sealed class ChangeFeedListener(ChangeFeedReader reader, string container, TimeSpan pollDelay, TimeProvider clock, ILogger logger)
    : IListener, IDisposable
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1);
    private int _running;

    public int Running => Volatile.Read(ref _running);

    public async Task ListenAsync(CancellationToken stop, CancellationToken abort)
    {
        while (!stop.IsCancellationRequested)
        {
            var progress = await TryReadAsync(abort);
            if (progress != FeedProgress.Handled)
            {
                var delay = progress == FeedProgress.Failed ? AfterFailure : pollDelay;
                await Task.Delay(delay, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Looks at once instead of at the next turn.</summary>
    /// <returns>True when everything that had changed was handled before.</returns>
    public async Task<bool> IsReadAsync(CancellationToken cancellationToken) =>
        await TryReadAsync(cancellationToken) == FeedProgress.NothingNew;

    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        _turn.Release();
    }

    public void Dispose() => _turn.Dispose();

    private async Task<FeedProgress> TryReadAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(CancellationToken.None);
        Interlocked.Increment(ref _running);
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
#pragma warning disable CA1031 // whatever keeps the database from answering, the listener outlasts it
        catch (Exception error)
#pragma warning restore CA1031
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                HostLog.FeedFailed(logger, error, container);
            }

            return FeedProgress.Failed;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            _turn.Release();
        }
    }
}
