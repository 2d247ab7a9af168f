using Pipeline.Ingestion.Quarantine;

namespace Pipeline.Local.Progress;

/// <summary>How a run is shown.</summary>
internal interface IRunView
{
    /// <summary>A sentence between the numbers.</summary>
    void Say(string line);

    /// <summary>Called a few times a second while articles are on their way.</summary>
    void Progress(RunCounts counts);

    /// <summary>Called when everything in flight has ended.</summary>
    void Results(
        RunCounts counts, IReadOnlyList<StoredArticle> stored, IReadOnlyList<QuarantineRecord> quarantined);
}
