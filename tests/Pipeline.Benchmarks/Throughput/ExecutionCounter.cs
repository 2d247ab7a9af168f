using Pipeline.Local.Hosting.Observing;

namespace Pipeline.Benchmarks.Throughput;

/// <summary>Counts runs of functions.</summary>
internal sealed class ExecutionCounter : IHostObserver
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public void Started(FunctionRun run) => Interlocked.Increment(ref _count);

    public void Succeeded(FunctionRun run, TimeSpan took)
    {
    }

    public void Failed(FunctionRun run, TimeSpan took, Exception error)
    {
    }

    public void GivenUp(FunctionRun run, string poisonQueue)
    {
    }
}
