namespace Azure.AI.TextAnalytics;

/// <summary>What came of one document.</summary>
public partial class TextAnalyticsResult
{
    internal TextAnalyticsResult(string id) => Id = id;

    internal TextAnalyticsResult(string id, TextAnalyticsError error) => (Id, Error, HasError) = (id, error, true);

    public string Id { get; }

    public TextAnalyticsError Error { get; }

    public bool HasError { get; }
}
