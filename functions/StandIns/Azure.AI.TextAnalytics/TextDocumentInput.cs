namespace Azure.AI.TextAnalytics;

/// <summary>A document of a request, with its language.</summary>
public partial class TextDocumentInput : TextAnalyticsInput
{
    public TextDocumentInput(string id, string text)
        : base(id, text)
    {
    }

    public string Language { get; set; }
}
