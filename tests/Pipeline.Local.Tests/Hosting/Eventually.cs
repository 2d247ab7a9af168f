using System.Diagnostics;

namespace Pipeline.Local.Tests.Hosting;

/// <summary>Waits for what another thread is about to do.</summary>
internal static class Eventually
{
    // What comes true does so at once; a machine under load may need long for it.
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(clock.Elapsed < Limit, "It did not come true in time.");
            await Task.Delay(20);
        }
    }
}
