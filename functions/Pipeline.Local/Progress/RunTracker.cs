using Pipeline.Ingestion;
using Pipeline.Ingestion.Documents;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Storage;

namespace Pipeline.Local.Progress;

/// <summary>Follows every article of this run from drop to its end. Thread safe; memory does not grow with the articles ended.</summary>
internal sealed class RunTracker(TimeProvider time) : IPipelineObserver
{
    /// <summary>More rows than this nobody reads; the counts go on.</summary>
    private const int KeptResults = 200;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _waiting = [];
    private readonly Dictionary<string, double> _inFlight = [];
    private readonly Dictionary<string, ArticleDocument> _storing = [];
    private readonly int[] _done = new int[Enum.GetValues<Stage>().Length];
    private readonly List<StoredArticle> _stored = [];
    private readonly List<QuarantineRecord> _quarantined = [];
    private readonly Dictionary<string, DateTimeOffset> _deferred = [];
    private int _quarantinedCount;
    private long _changes;

    /// <summary>Grows with everything that happens.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    public int QuarantinedCount => Volatile.Read(ref _quarantinedCount);

    /// <summary>A file was uploaded and will be received.</summary>
    public void Expect(string blob) => Change(() => _waiting.Add(blob));

    /// <summary>An article was in flight when the process started.</summary>
    public void Resume(ArticleInFlight article) => Change(() =>
    {
        _inFlight.TryAdd(article.ArticleId, 0);
        if (article.DeferredUntil is { } until)
        {
            _deferred[article.ArticleId] = until;
        }
    });

    public void BlobReceived(string blob, string version, int admitted, int rejected) => Change(() => _waiting.Remove(blob));

    public void Received(ArticleState state) => Change(() =>
    {
        _done[(int)Stage.Receive]++;
        _inFlight[state.ArticleId] = 0;
    });

    public void StageDone(ArticleState state, StageRecord record) => Change(() =>
    {
        _done[(int)record.Stage]++;
        _deferred.Remove(state.ArticleId);
        var spent = _inFlight.GetValueOrDefault(state.ArticleId) + record.Milliseconds;
        if (record.Stage != Stage.Store)
        {
            _inFlight[state.ArticleId] = spent;
            return;
        }

        _inFlight.Remove(state.ArticleId);
        if (_storing.Remove(state.ArticleId, out var document) && _stored.Count < KeptResults)
        {
            _stored.Add(StoredArticle.Of(document, spent));
        }
    });

    public void Deferred(ArticleState state, Failure reason) => Change(() => _deferred[state.ArticleId] = state.DeferredUntil!.Value);

    public void Stored(ArticleDocument document) => Change(() => _storing[document.Id] = document);

    /// <summary>A document that an earlier run stored.</summary>
    public void AlreadyStored(ArticleDocument document) => Change(() =>
    {
        if (_stored.Count < KeptResults)
        {
            _stored.Add(StoredArticle.Of(document, document.Processing.Stages.Sum(stage => stage.Milliseconds)));
        }
    });

    public void Quarantined(QuarantineRecord record) => Change(() =>
    {
        _inFlight.Remove(record.Provenance.ArticleId);
        _deferred.Remove(record.Provenance.ArticleId);
        _quarantinedCount++;
        if (_quarantined.Count < KeptResults)
        {
            _quarantined.Add(record with { State = null });
        }
    });

    public RunCounts Count()
    {
        lock (_lock)
        {
            var done = Enum.GetValues<Stage>().ToDictionary(stage => stage, stage => _done[(int)stage]);
            var deferred = _deferred.Count(article => article.Value > time.GetUtcNow());
            return new RunCounts(done, _quarantinedCount, _inFlight.Count, _waiting.Count, deferred);
        }
    }

    /// <summary>What ended since the last call.</summary>
    public (IReadOnlyList<StoredArticle> Stored, IReadOnlyList<QuarantineRecord> Quarantined) TakeResults()
    {
        lock (_lock)
        {
            var results = (_stored.ToArray(), _quarantined.ToArray());
            _stored.Clear();
            _quarantined.Clear();
            return results;
        }
    }

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
        }

        Interlocked.Increment(ref _changes);
    }
}
