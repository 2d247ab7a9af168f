using Pipeline.Ingestion;
using Pipeline.Ingestion.Documents;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Benchmarks.Throughput;

/// <summary>Completes when the expected number of articles has ended.</summary>
internal sealed class StoredCounter(int expected) : IPipelineObserver
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ended;
    private long _characters;
    private QuarantineRecord? _quarantined;

    /// <summary>Characters of all texts.</summary>
    public long Characters => Interlocked.Read(ref _characters);

    /// <summary>Fails when an article was quarantined: the synthetic articles are all good.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _all.Task.WaitAsync(cancellationToken);
        if (_quarantined is { } record)
        {
            throw new InvalidOperationException($"{record.Name} was quarantined: {record.Reason}");
        }
    }

    public void Stored(ArticleDocument document) => Interlocked.Add(ref _characters, document.Counts.Characters);

    public void StageDone(ArticleState state, StageRecord record)
    {
        if (record.Stage == Stage.Store)
        {
            End();
        }
    }

    public void Quarantined(QuarantineRecord record)
    {
        _quarantined = record;
        End();
    }

    private void End()
    {
        if (Interlocked.Increment(ref _ended) == expected)
        {
            _all.TrySetResult();
        }
    }
}
