namespace Pipeline.Ingestion.Operations;

/// <param name="Ready">True when an article dropped now would get through.</param>
/// <param name="Parts">What was asked.</param>
public sealed record ReadinessReport(bool Ready, IReadOnlyList<ReadinessCheck> Parts)
{
    public IEnumerable<ReadinessCheck> Faults => Parts.Where(part => part.Fault is not null);
}

/// <param name="Part">A container, a queue or a database container.</param>
/// <param name="Fault">What is wrong with it; null when it answers.</param>
public sealed record ReadinessCheck(string Part, string? Fault);
