using Pipeline.Ingestion.Quarantine;
using Pipeline.Local.Progress;

namespace Pipeline.EndToEnd.Tests.Running;

/// <summary>Waits for the line of a run that begins so.</summary>
internal sealed class LineView(string beginning) : IRunView
{
    private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<string> Line => _line.Task;

    public void Say(string line)
    {
        if (line.StartsWith(beginning, StringComparison.Ordinal))
        {
            _line.TrySetResult(line);
        }
    }

    public void Progress(RunCounts counts)
    {
    }

    public void Results(
        RunCounts counts, IReadOnlyList<StoredArticle> stored, IReadOnlyList<QuarantineRecord> quarantined)
    {
    }
}
