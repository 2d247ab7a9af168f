namespace Pipeline.Local.Hosting.Observing;

/// <summary>Tells nobody.</summary>
internal sealed class SilentObserver : IHostObserver
{
    public static SilentObserver Instance { get; } = new();

    public void Started(FunctionRun run)
    {
    }

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
