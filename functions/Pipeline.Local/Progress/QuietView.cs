using Pipeline.Ingestion.Quarantine;

namespace Pipeline.Local.Progress;

/// <summary>Shows nothing: for runs whose result somebody else shows.</summary>
internal sealed class QuietView : IRunView
{
    public void Say(string line)
    {
    }

    public void Progress(RunCounts counts)
    {
    }

    public void Results(
        RunCounts counts, IReadOnlyList<StoredArticle> stored, IReadOnlyList<QuarantineRecord> quarantined)
    {
    }
}
