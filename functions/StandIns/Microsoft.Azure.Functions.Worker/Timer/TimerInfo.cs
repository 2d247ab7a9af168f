namespace Microsoft.Azure.Functions.Worker;

/// <summary>One occurrence of a timer's schedule.</summary>
public class TimerInfo
{
    /// <summary>True when the occurrence was missed and is made up for.</summary>
    public bool IsPastDue { get; set; }
}
