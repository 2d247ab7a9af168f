namespace Pipeline.Ingestion.Deduplication;

/// <summary>Kind of evidence for a verdict.</summary>
public enum EvidenceKind
{
    /// <summary>Nothing like the article is known.</summary>
    Nothing,

    /// <summary>The folded content is the same.</summary>
    Content,

    /// <summary>The canonical URL is the same and the content is not.</summary>
    Address,

    /// <summary>The blob (or place in a batch) is the same and the content is not.</summary>
    Blob,

    /// <summary>The sketches share enough.</summary>
    Sketch,

    /// <summary>An operator took the article out of a cluster.</summary>
    Operator,
}
