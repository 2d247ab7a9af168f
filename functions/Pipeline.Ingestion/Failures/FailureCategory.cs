namespace Pipeline.Ingestion.Failures;

/// <summary>Kinds of failure. Whether a failure is tried again follows from its category alone.</summary>
public enum FailureCategory
{
    /// <summary>Input: no bytes, or nothing but white space.</summary>
    Empty,

    /// <summary>Input: no text at all.</summary>
    Binary,

    /// <summary>Input: a format that the pipeline does not read.</summary>
    UnknownFormat,

    /// <summary>Input: over a size limit, of the pipeline or of the database.</summary>
    TooLarge,

    /// <summary>Input: unpacks to far more than it should.</summary>
    DecompressionBomb,

    /// <summary>Input: an archive entry that points outside its archive.</summary>
    UnsafePath,

    /// <summary>Input: breaks the rules of its format.</summary>
    Malformed,

    /// <summary>Input: readable, but no article.</summary>
    NoArticle,

    /// <summary>Service: asked to slow down (429).</summary>
    Throttled,

    /// <summary>Service: out of order or out of reach (5xx, connection).</summary>
    Unavailable,

    /// <summary>Service: did not answer in time (408).</summary>
    Timeout,

    /// <summary>Service: what may be spent on it today is spent. Such an article is deferred, not retried.</summary>
    BudgetUsedUp,

    /// <summary>Service: somebody else wrote first, again and again.</summary>
    Conflict,

    /// <summary>Service: refuses this installation (401, 403, a missing resource). Retried: an operator mends it.</summary>
    Misconfigured,

    /// <summary>Service: refuses this very article (other 4xx).</summary>
    Refused,

    /// <summary>A retryable failure that went on past the last try.</summary>
    RetriesExhausted,

    /// <summary>A fault of our own.</summary>
    Unexpected,
}
