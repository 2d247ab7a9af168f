using Microsoft.Extensions.Options;

namespace Pipeline.Ingestion.Stages;

/// <summary>
/// Exponential back-off with equal jitter: half of the delay is fixed, half is random, so that articles which failed
/// together do not come back together.
/// </summary>
public sealed class BackOff(IOptions<RetryOptions> options, Random random)
{
    /// <param name="attempt">The try that failed, from 1.</param>
    /// <param name="asked">What the other side asked to wait; never shortened.</param>
    public TimeSpan DelayAfter(int attempt, TimeSpan? asked)
    {
        var retry = options.Value;
        // 2^30 times any base is past any maximum; more would only overflow.
        var exponential = retry.BaseDelay.TotalMilliseconds * Math.Pow(2, Math.Min(attempt - 1, 30));
        var ceiling = Math.Min(exponential, retry.MaxDelay.TotalMilliseconds);
        var delay = TimeSpan.FromMilliseconds((ceiling / 2) + (random.NextDouble() * ceiling / 2));
        return asked > delay ? asked.Value : delay;
    }

    public bool IsLast(int attempt) => attempt >= options.Value.MaxAttempts;
}
