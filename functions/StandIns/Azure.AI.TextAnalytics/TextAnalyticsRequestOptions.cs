namespace Azure.AI.TextAnalytics;

/// <summary>Options of one request.</summary>
public partial class TextAnalyticsRequestOptions
{
    public bool? DisableServiceLogs { get; set; }

    public string ModelVersion { get; set; }
}
