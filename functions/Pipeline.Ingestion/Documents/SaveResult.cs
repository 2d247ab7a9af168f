namespace Pipeline.Ingestion.Documents;

/// <summary>What became of a write.</summary>
public abstract record SaveResult
{
    private SaveResult()
    {
    }

    /// <summary>Written. The document is what stands in the database now.</summary>
    public sealed record Saved(ArticleDocument Document) : SaveResult;

    /// <summary>This very version stands there already.</summary>
    public sealed record Unchanged : SaveResult;

    /// <summary>A newer version stands there.</summary>
    public sealed record Superseded : SaveResult;

    /// <summary>The database takes no item of this size.</summary>
    public sealed record TooLarge(string Reason) : SaveResult;
}
