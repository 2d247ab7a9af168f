using System.Collections.Concurrent;
using System.Diagnostics;

namespace Pipeline.Benchmarks.Cosmos;

/// <summary>Callers that each start their next call when their last one has ended.</summary>
internal static class ClosedLoop
{
    public static Task<ClosedLoopResult> RunAsync(int callers, TimeSpan duration, Func<int, Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        return RunAsync(callers, call, _ => Stopwatch.GetElapsedTime(start) < duration);
    }

    public static Task<ClosedLoopResult> RunAsync(int callers, int calls, Func<int, Task> call) =>
        RunAsync(callers, call, i => i < calls);

    private static async Task<ClosedLoopResult> RunAsync(int callers, Func<int, Task> call, Func<int, bool> goOn)
    {
        var next = -1;
        var times = new ConcurrentBag<List<TimeSpan>>();
        var start = Stopwatch.GetTimestamp();
        var cpu = Environment.CpuUsage.TotalTime;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var own = new List<TimeSpan>();
            for (var i = Interlocked.Increment(ref next); goOn(i); i = Interlocked.Increment(ref next))
            {
                var begun = Stopwatch.GetTimestamp();
                await call(i);
                own.Add(Stopwatch.GetElapsedTime(begun));
            }

            times.Add(own);
        })));

        var elapsed = Stopwatch.GetElapsedTime(start);
        TimeSpan[] sorted = [.. times.SelectMany(own => own).Order()];
        return sorted.Length == 0 ? default : new ClosedLoopResult(
            sorted.Length / elapsed.TotalSeconds, sorted[sorted.Length * 99 / 100],
            (Environment.CpuUsage.TotalTime - cpu) / sorted.Length);
    }
}
