namespace Azure.AI.TextAnalytics;

/// <summary>A document of a request.</summary>
public partial class TextAnalyticsInput
{
    internal TextAnalyticsInput(string id, string text) => (Id, Text) = (id, text);

    public string Id { get; }

    public string Text { get; }
}
