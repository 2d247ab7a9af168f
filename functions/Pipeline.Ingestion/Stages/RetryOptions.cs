using System.ComponentModel.DataAnnotations;

namespace Pipeline.Ingestion.Stages;

/// <summary>How a stage goes on after a passing fault. Bound from the section "Pipeline:Retry".</summary>
public sealed class RetryOptions
{
    public const string Section = "Pipeline:Retry";

    /// <summary>Tries of one stage for one article, the first included. With the default delays about two hours.</summary>
    [Range(1, 1000)]
    public int MaxAttempts { get; set; } = 20;

    /// <summary>Wait before the second try; doubles with every further one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(2);

    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(10);
}
