using Microsoft.Extensions.Logging;
using Pipeline.Local.Hosting.Observing;

namespace Pipeline.Local.Running;

/// <summary>Logs runs of functions that failed: what a handler settles is no failure, so each of these deserves a look.</summary>
internal sealed partial class HostFailureLog(ILogger<HostFailureLog> logger) : IHostObserver
{
    public void Started(FunctionRun run)
    {
    }

    public void Succeeded(FunctionRun run, TimeSpan took)
    {
    }

    public void Failed(FunctionRun run, TimeSpan took, Exception error) =>
        Log.Failed(logger, error, run.Function, run.Subject, run.Attempt);

    public void GivenUp(FunctionRun run, string poisonQueue) => Log.GivenUp(logger, run.Function, run.Subject, poisonQueue);

    private static partial class Log
    {
        [LoggerMessage(500, LogLevel.Warning, "{Function} failed for {Subject}, attempt {Attempt}.")]
        public static partial void Failed(ILogger logger, Exception error, string function, string subject, int attempt);

        [LoggerMessage(501, LogLevel.Error, "{Function} gave up on {Subject}; it went to {PoisonQueue}.")]
        public static partial void GivenUp(ILogger logger, string function, string subject, string poisonQueue);
    }
}
