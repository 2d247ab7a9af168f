using Pipeline.Ingestion.Failures;

namespace Pipeline.Ingestion.Stages;

/// <summary>How a stage ended for an article.</summary>
public abstract record StageOutcome
{
    private StageOutcome()
    {
    }

    /// <summary>The stage's part is in the state.</summary>
    public sealed record Done(ArticleState State) : StageOutcome;

    /// <summary>A passing fault: the same again later.</summary>
    /// <param name="Failure">What went wrong.</param>
    /// <param name="After">What the other side asked to wait; null leaves it to the back-off.</param>
    public sealed record Retry(Failure Failure, TimeSpan? After) : StageOutcome;

    /// <summary>No fault: the article waits on purpose, for as long as it takes, and the wait counts as no try.</summary>
    /// <param name="Failure">What it waits for.</param>
    /// <param name="Until">When to try again; at most 7 days from now, later is brought forward.</param>
    public sealed record Defer(Failure Failure, DateTimeOffset Until) : StageOutcome;

    /// <summary>A lasting fault: the article goes to quarantine.</summary>
    public sealed record Quarantine(Failure Failure) : StageOutcome;

    /// <summary>Retry or quarantine, as the failure's category says.</summary>
    public static StageOutcome Failed(Failure failure, TimeSpan? after = null) =>
        failure.Category.IsRetryable() ? new Retry(failure, after) : new Quarantine(failure);
}
