using Pipeline.Articles.Cleaning;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Language;

namespace Pipeline.Ingestion.Stages;

/// <summary>What is known about an article in flight. Each stage adds its part and moves <see cref="Next"/> on.</summary>
public sealed record ArticleState
{
    public const int CurrentSchema = 1;

    public int SchemaVersion { get; init; } = CurrentSchema;

    /// <summary>The stage that has to run next; all before it are done.</summary>
    public required Stage Next { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>The original bytes, kept until the article has ended so that quarantine never lacks them.</summary>
    public required OriginalBytes Original { get; init; }

    /// <summary>Set by Clean.</summary>
    public CleanedArticle? Cleaned { get; init; }

    /// <summary>The charset and format that Clean found; set with <see cref="Cleaned"/>.</summary>
    public DecodedAs? DecodedAs { get; init; }

    /// <summary>Set by Enrich.</summary>
    public LanguageAnalysis? Analysis { get; init; }

    /// <summary>Set by Deduplicate.</summary>
    public DuplicateVerdict? Verdict { get; init; }

    /// <summary>W3C trace context of the hop that wrote this state: whoever sends its message continues that trace.</summary>
    public string? TraceParent { get; init; }

    /// <summary>True for an article that is processed again on purpose: its document is then rewritten, although its version is the same.</summary>
    public bool Replayed { get; init; }

    /// <summary>Set while the article waits on purpose; until then nobody need look for its message.</summary>
    public DateTimeOffset? DeferredUntil { get; init; }

    /// <summary>One record for each stage done.</summary>
    public IReadOnlyList<StageRecord> Stages { get; init; } = [];

    public string ArticleId => Provenance.ArticleId;

    public string Version => Provenance.Version;

    /// <summary>As it was when it was received.</summary>
    internal ArticleState FromStart() => new()
    {
        Next = Stage.Clean,
        Provenance = Provenance,
        Original = Original,
        TraceParent = TraceParent,
        Replayed = Replayed,
    };
}
