using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function on a schedule.</summary>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>NCRONTAB expression of six fields, seconds first.</summary>
    public string Schedule { get; } = schedule;

    public bool UseMonitor { get; set; } = true;

    /// <summary>Also run once when the host starts.</summary>
    public bool RunOnStartup { get; set; }
}
