namespace Pipeline.Local.Hosting.Queues;

/// <summary>
/// Waits between looks at an empty queue: from 100 milliseconds doubling up to the longest, each up to a fifth shorter or
/// longer so that listeners do not march in step. Found messages start it anew.
/// </summary>
internal sealed class PollingBackoff(TimeSpan longest, Random random)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private TimeSpan _next = Shortest;

    public void Reset() => _next = Shortest;

    public TimeSpan Next()
    {
        var wait = _next * (0.8 + (0.4 * random.NextDouble()));
        _next = _next * 2 < longest ? _next * 2 : longest;
        return wait < longest ? wait : longest;
    }
}
