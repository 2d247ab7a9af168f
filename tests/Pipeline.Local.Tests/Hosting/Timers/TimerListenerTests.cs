using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Local.Hosting.Functions;
using Pipeline.Local.Hosting.Timers;

namespace Pipeline.Local.Tests.Hosting.Timers;

public sealed class TimerListenerTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 5, 6, 0, 0, TimeSpan.Zero));
    private readonly RecordingObserver _observer = new();

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task ListenAsync_TenMinutes_RunsEveryFifth(bool runOnStartup, int before)
    {
        using var stop = new CancellationTokenSource();
        var listening = Listener(runOnStartup).ListenAsync(stop.Token, CancellationToken.None);
        await Eventually.TrueAsync(() => Runs() == before);

        for (var run = 1; run <= 2; run++)
        {
            _clock.Advance(TimeSpan.FromMinutes(4));
            await Task.Delay(50);
            Assert.Equal(before + run - 1, Runs());
            await Eventually.TrueAsync(() =>
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
                return Runs() == before + run;
            });
            _clock.SetUtcNow(new DateTimeOffset(2026, 1, 5, 6, 5 * run, 30, TimeSpan.Zero) > _clock.GetUtcNow()
                ? new DateTimeOffset(2026, 1, 5, 6, 5 * run, 30, TimeSpan.Zero)
                : _clock.GetUtcNow());
        }

        await stop.CancelAsync();
        await listening;
    }

    private int Runs() => _observer.Events.Count(line => line.StartsWith("succeeded", StringComparison.Ordinal));

    private TimerListener Listener(bool runOnStartup)
    {
        var function = FunctionDiscovery.FindIn([], [typeof(Ticking)]).Single();
        var services = new ServiceCollection().BuildServiceProvider();
        var invoker = new FunctionInvoker(function, typeof(TimerInfo), [], services.GetRequiredService<IServiceScopeFactory>());
        return new TimerListener(
            new TimerTriggerAttribute("0 */5 * * * *") { RunOnStartup = runOnStartup },
            CronSchedule.Parse("0 */5 * * * *"),
            new FunctionRunner(function, invoker, _observer, _clock, TimeSpan.FromMinutes(1)),
            _clock);
    }

    private sealed class Ticking
    {
        [Function("Tick")]
        public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer) => Assert.False(timer.IsPastDue);
    }
}
