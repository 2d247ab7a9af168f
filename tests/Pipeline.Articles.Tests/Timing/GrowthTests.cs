using Pipeline.Testing.Timing;
using Xunit.Sdk;

namespace Pipeline.Articles.Tests.Timing;

public sealed class GrowthTests
{
    [Fact]
    public void IsLinear_WorkThatGrowsWithTheInput_Passes() => Growth.IsLinear("loop", 200_000, length => () => Spin(length));

    [Fact]
    public void IsLinear_WorkThatGrowsWithItsSquare_Fails() =>
        Assert.Throws<FailException>(() => Growth.IsLinear("loops", 1_500, length => () => Spin((long)length * length)));

    [Fact]
    public void Of_WorkOfOtherThreadsAndSleep_AreNotCounted()
    {
        using var stop = new CancellationTokenSource();
        var busy = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                Spin(10_000);
            }
        });
        busy.Start();

        var slept = ProcessorTime.Of(() => Thread.Sleep(300));

        stop.Cancel();
        busy.Join();
        Assert.True(OperatingSystem.IsWindows() || slept < TimeSpan.FromMilliseconds(50), $"{slept}");
    }

    private static void Spin(long rounds)
    {
        for (var i = 0L; i < rounds; i++)
        {
            Volatile.Write(ref _sink, i);
        }
    }

    private static long _sink;
}
