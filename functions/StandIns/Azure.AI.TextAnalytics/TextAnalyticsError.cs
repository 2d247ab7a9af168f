namespace Azure.AI.TextAnalytics;

/// <summary>Why a document has no result.</summary>
public readonly partial struct TextAnalyticsError
{
    internal TextAnalyticsError(string code, string message, string target) => (ErrorCode, Message, Target) = (code, message, target);

    public TextAnalyticsErrorCode ErrorCode { get; }

    public string Message { get; }

    public string Target { get; }
}
