using FsCheck.Xunit;
using Microsoft.Extensions.Options;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Tests.Stages;

public sealed class BackOffTests
{
    private static readonly RetryOptions Options = new();

    [Fact]
    public void DelayAfter_FirstTry_IsBetweenHalfAndAllOfTheBase()
    {
        Assert.Equal(Options.BaseDelay / 2, BackOffWith(jitter: 0).DelayAfter(1, asked: null));
        Assert.Equal(Options.BaseDelay, BackOffWith(jitter: 1).DelayAfter(1, asked: null));
    }

    [Fact]
    public void DelayAfter_EachTry_Doubles()
    {
        var backOff = BackOffWith(jitter: 1);

        Assert.Equal(Options.BaseDelay * 8, backOff.DelayAfter(4, asked: null));
    }

    [Property]
    public bool DelayAfter_AnyTry_StaysUnderTheMaximum(int attempt) =>
        BackOffWith(jitter: 1).DelayAfter(Math.Max(1, attempt), asked: null) <= Options.MaxDelay;

    [Fact]
    public void DelayAfter_OtherSideAskedForLonger_WaitsThatLong()
    {
        var asked = TimeSpan.FromHours(1);

        Assert.Equal(asked, BackOffWith(jitter: 1).DelayAfter(1, asked));
        Assert.True(BackOffWith(jitter: 1).DelayAfter(1, TimeSpan.FromMilliseconds(1)) > TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void IsLast_AtMaxAttempts_IsTrue()
    {
        Assert.False(BackOffWith(jitter: 0).IsLast(Options.MaxAttempts - 1));
        Assert.True(BackOffWith(jitter: 0).IsLast(Options.MaxAttempts));
    }

    private static BackOff BackOffWith(double jitter) =>
        new(Microsoft.Extensions.Options.Options.Create(Options), new FixedRandom(jitter));

    private sealed class FixedRandom(double value) : Random
    {
        public override double NextDouble() => value;
    }
}
