namespace Azure.AI.TextAnalytics;

/// <summary>The entities of one document.</summary>
public partial class RecognizeEntitiesResult : TextAnalyticsResult
{
    private readonly CategorizedEntityCollection _entities;

    internal RecognizeEntitiesResult(string id, CategorizedEntityCollection entities)
        : base(id) => _entities = entities;

    internal RecognizeEntitiesResult(string id, TextAnalyticsError error)
        : base(id, error)
    {
    }

    public CategorizedEntityCollection Entities =>
        HasError ? throw new InvalidOperationException($"Document {Id} has no result: {Error.Message}") : _entities;
}
