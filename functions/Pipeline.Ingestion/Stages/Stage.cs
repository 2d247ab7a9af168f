namespace Pipeline.Ingestion.Stages;

/// <summary>The steps of an article's way, in order.</summary>
public enum Stage
{
    Receive,
    Clean,
    Enrich,
    Deduplicate,
    Store,
}
