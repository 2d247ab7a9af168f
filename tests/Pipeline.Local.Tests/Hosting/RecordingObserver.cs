using System.Collections.Concurrent;
using Pipeline.Local.Hosting.Observing;

namespace Pipeline.Local.Tests.Hosting;

/// <summary>Notes what the host tells, one word an event.</summary>
internal sealed class RecordingObserver : IHostObserver
{
    public ConcurrentQueue<string> Events { get; } = new();

    public void Started(FunctionRun run) => Events.Enqueue($"started {run.Function} #{run.Attempt}");

    public void Succeeded(FunctionRun run, TimeSpan took) => Events.Enqueue($"succeeded {run.Function} #{run.Attempt}");

    public void Failed(FunctionRun run, TimeSpan took, Exception error) =>
        Events.Enqueue($"failed {run.Function} #{run.Attempt}: {error.GetType().Name}");

    public void GivenUp(FunctionRun run, string poisonQueue) => Events.Enqueue($"given up {run.Function} #{run.Attempt} to {poisonQueue}");
}
