using System.Collections.Concurrent;
using Azure;

namespace Pipeline.Local.Hosting.Signals;

/// <summary>
/// Tells the listeners at once what this process itself did to the storage, so that they need not poll often. Optional:
/// without it, everything is found by polling. Thread safe.
/// </summary>
internal sealed class HostSignals(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Signal> _queues = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Action<string, ETag>> _containers = new(StringComparer.Ordinal);

    /// <summary>A message of this queue can be received after <paramref name="wait"/>.</summary>
    public void MessageSent(string queue, TimeSpan wait)
    {
        if (_queues.TryGetValue(queue, out var signal))
        {
            signal.RaiseAfter(wait);
        }
    }

    /// <summary>A blob was written.</summary>
    public void BlobWritten(string container, string blob, ETag etag)
    {
        if (_containers.TryGetValue(container, out var written))
        {
            written(blob, etag);
        }
    }

    public Signal ForQueue(string queue) => _queues.GetOrAdd(queue, static (_, clock) => new Signal(clock), clock);

    /// <param name="container">The container that is watched.</param>
    /// <param name="written">Takes the blob's name and its new ETag.</param>
    public void Watch(string container, Action<string, ETag> written) =>
        _containers.AddOrUpdate(container, written, (_, others) => others + written);
}
