using Xunit;

namespace Pipeline.Testing.Timing;

/// <summary>Holds that time grows with the input and not with its square, on a machine of any speed and under any load.</summary>
internal static class Growth
{
    private const int Factor = 8;
    private const int MostTries = 20;

    // Eight times the input takes eight times as long in linear time and 64 times in quadratic; the clock and the caches blur small times.
    private const double MostRatio = 24;
    private static readonly TimeSpan Blur = TimeSpan.FromMilliseconds(5);

    /// <param name="what">What is measured, for the message.</param>
    /// <param name="small">Length of an input; the other one is eight times as long.</param>
    /// <param name="prepare">Makes the work for an input of some length; it is not measured.</param>
    public static void IsLinear(string what, int small, Func<int, Action> prepare)
    {
        var (work, more) = (prepare(small), prepare(Factor * small));
        var (least, most) = (TimeSpan.MaxValue, TimeSpan.MaxValue);

        // The best of several tries at each length: what grows too fast does so at every try, what was only disturbed does not.
        for (var tries = 0; tries < MostTries; tries++)
        {
            least = Least(least, ProcessorTime.Of(work));
            most = Least(most, ProcessorTime.Of(more));
            if (tries > 0 && most < (MostRatio * least) + Blur)
            {
                return;
            }
        }

        Assert.Fail($"{what}: {least.TotalMilliseconds} ms for {small}, {most.TotalMilliseconds} ms for {Factor * small}");
    }

    private static TimeSpan Least(TimeSpan first, TimeSpan second) => first < second ? first : second;
}
