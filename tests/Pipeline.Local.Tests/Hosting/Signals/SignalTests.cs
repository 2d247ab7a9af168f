using Microsoft.Extensions.Time.Testing;
using Pipeline.Local.Hosting.Signals;

namespace Pipeline.Local.Tests.Hosting.Signals;

public sealed class SignalTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task WaitAsync_RaisedBefore_ReturnsAtOnceAndOnce()
    {
        var signal = new Signal(_clock);
        signal.Raise();
        signal.Raise();

        Assert.True(await signal.WaitAsync(TimeSpan.FromHours(1), CancellationToken.None));
        var second = signal.WaitAsync(TimeSpan.FromHours(1), CancellationToken.None);
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.False(await second);
    }

    [Fact]
    public async Task RaiseAfter_Wait_RaisesThen()
    {
        var signal = new Signal(_clock);
        var waiting = signal.WaitAsync(TimeSpan.FromHours(1), CancellationToken.None);

        signal.RaiseAfter(TimeSpan.FromSeconds(5));
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await waiting.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task WaitAsync_Stopped_ReturnsWithoutHavingBeenRaised()
    {
        using var stop = new CancellationTokenSource();
        var waiting = new Signal(_clock).WaitAsync(TimeSpan.FromHours(1), stop.Token);

        await stop.CancelAsync();

        Assert.False(await waiting);
    }
}
