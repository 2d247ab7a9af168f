using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Local.Hosting.Functions;

namespace Pipeline.Local.Hosting.Timers;

/// <summary>Runs a function on its schedule, one run at a time. Occurrences that fall into a run are left out, as in the Functions host.</summary>
internal sealed class TimerListener(TimerTriggerAttribute trigger, CronSchedule schedule, FunctionRunner runner, TimeProvider clock) : IListener
{
    // Task.Delay takes no more than some weeks.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly RunningTasks _running = new();

    public int Running => _running.Count;

    public async Task ListenAsync(CancellationToken stop, CancellationToken abort)
    {
        var next = trigger.RunOnStartup ? Now() : schedule.Next(Now());
        while (next is { } due && await WaitUntilAsync(due, stop))
        {
            var input = new TriggerInput(new TimerInfo(), due.ToString("u", CultureInfo.InvariantCulture), 1);
            Task run = runner.RunAsync(runner.Describe(input), input, abort);
            _running.Add(run);
            // A stop does not wait here: draining does.
            await run.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            next = schedule.Next(Now());
        }
    }

    public Task DrainAsync(CancellationToken cancellationToken) => _running.WaitUntilAtMostAsync(0, cancellationToken);

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    private async Task<bool> WaitUntilAsync(DateTime due, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && due - Now() is { Ticks: > 0 } left)
        {
            var wait = left < LongestWait ? left : LongestWait;
            await Task.Delay(wait, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !stop.IsCancellationRequested;
    }
}
