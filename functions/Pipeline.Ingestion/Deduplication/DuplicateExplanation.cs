using Pipeline.Articles.Fingerprints;

namespace Pipeline.Ingestion.Deduplication;

/// <summary>Why two articles were or were not joined.</summary>
public sealed record DuplicateExplanation
{
    /// <summary>True when they stand in one cluster now.</summary>
    public required bool Joined { get; init; }

    /// <summary>One sentence for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>The cluster that each stands in now; null for one that is not remembered.</summary>
    public required string? FirstCluster { get; init; }

    public required string? SecondCluster { get; init; }

    /// <summary>The verdict on each; null for one that is not remembered.</summary>
    public required DuplicateVerdict? FirstVerdict { get; init; }

    public required DuplicateVerdict? SecondVerdict { get; init; }

    /// <summary>What the sketches say; null when they cannot be compared.</summary>
    public required SketchSimilarity? Similarity { get; init; }

    /// <summary>What the whole texts say, with samples.</summary>
    public required SharedShingles Shingles { get; init; }
}
