using Pipeline.Ingestion.Stages;

namespace Pipeline.Local.Progress;

/// <summary>Where the articles of this run are.</summary>
/// <param name="Done">Articles that left each stage, by stage.</param>
/// <param name="Quarantined">Articles and files in quarantine.</param>
/// <param name="InFlight">Articles on their way.</param>
/// <param name="Waiting">Dropped files that are not received yet.</param>
/// <param name="Deferred">Articles in flight that wait for a later day on purpose.</param>
internal sealed record RunCounts(IReadOnlyDictionary<Stage, int> Done, int Quarantined, int InFlight, int Waiting, int Deferred)
{
    public bool IsIdle => InFlight == Deferred && Waiting == 0;
}
