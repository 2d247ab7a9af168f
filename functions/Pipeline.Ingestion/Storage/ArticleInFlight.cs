namespace Pipeline.Ingestion.Storage;

/// <summary>An article that has not ended.</summary>
/// <param name="ArticleId">The id of the article and of its document.</param>
/// <param name="Written">When its state was last written.</param>
/// <param name="DeferredUntil">Set while it waits on purpose.</param>
public readonly record struct ArticleInFlight(string ArticleId, DateTimeOffset Written, DateTimeOffset? DeferredUntil)
{
    /// <summary>True when nobody wrote it since, and it did not wait on purpose until later.</summary>
    public bool IsUntouchedSince(DateTimeOffset instant) => Written <= instant && !(DeferredUntil > instant);
}
