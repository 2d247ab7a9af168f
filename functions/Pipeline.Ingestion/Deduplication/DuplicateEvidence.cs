namespace Pipeline.Ingestion.Deduplication;

/// <summary>What a verdict rests on.</summary>
public sealed record DuplicateEvidence
{
    public required EvidenceKind By { get; init; }

    /// <summary>The article whose sketch was compared; null unless compared.</summary>
    public string? ComparedWith { get; init; }

    /// <summary>Containment of what stands around the facts; null unless compared, and in long texts.</summary>
    public double? FrameContainment { get; init; }

    /// <summary>Passages of their own that the two have between what they share, from 0; null unless compared.</summary>
    public double? Strange { get; init; }

    /// <summary>Hashes that stand in both sketches; null unless compared.</summary>
    public int? SharedHashes { get; init; }

    /// <summary>Hashes of the smaller text that were compared; null unless compared.</summary>
    public int? ComparedHashes { get; init; }

    /// <summary>Containment from which the two count as copies; null unless compared.</summary>
    public double? Threshold { get; init; }
}
