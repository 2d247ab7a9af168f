using Pipeline.Articles.Fingerprints;

namespace Pipeline.Ingestion.Deduplication;

/// <summary>How an article relates to all that came before it, with the evidence.</summary>
public sealed record DuplicateVerdict
{
    /// <summary>Version of folding, sketch and thresholds.</summary>
    public required string AlgorithmVersion { get; init; }

    /// <summary>Hash of the folded text, lower-case hex.</summary>
    public required string ContentHash { get; init; }

    public required DuplicateKind Kind { get; init; }

    /// <summary>Article id of the one it copies; null when <see cref="Kind"/> is None.</summary>
    public string? Of { get; init; }

    /// <summary>Estimated share of the smaller text that stands in the larger one, 0 to 1; null unless compared.</summary>
    public double? Containment { get; init; }

    /// <summary>Estimated Jaccard similarity, 0 to 1; null unless compared.</summary>
    public double? Jaccard { get; init; }

    public required DuplicateEvidence Evidence { get; init; }

    /// <summary>All copies of one story share it.</summary>
    public required string ClusterId { get; init; }

    /// <summary>True for the earliest crawled article of its cluster, as far as known at the time of the verdict.</summary>
    public required bool IsCanonical { get; init; }

    /// <summary>Article id of the one that was canonical until this one, crawled earlier, came; else null.</summary>
    public string? Displaces { get; init; }

    /// <summary>Clusters that became part of <see cref="ClusterId"/> in this judgement; null but for races.</summary>
    public IReadOnlyList<string>? Absorbed { get; init; }

    /// <summary>1 for the earliest crawled content under this URL or blob.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Article id of the first revision, when this is a later one.</summary>
    public string? RevisionOf { get; init; }

    /// <summary>True when no later crawled content of this document is known: false for an old version that came late.</summary>
    public bool IsLatestRevision { get; init; } = true;

    /// <summary>Earliest crawl of any content under this URL or blob.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Latest crawl of any content under this URL or blob.</summary>
    public required DateTimeOffset LastSeen { get; init; }
}
