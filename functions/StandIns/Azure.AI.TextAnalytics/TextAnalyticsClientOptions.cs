using Azure.Core;

namespace Azure.AI.TextAnalytics;

/// <summary>How the client talks to the service.</summary>
public partial class TextAnalyticsClientOptions : ClientOptions
{
    internal const string Scope = "https://cognitiveservices.azure.com/.default";

    /// <param name="version">Only the default one is known here.</param>
    public TextAnalyticsClientOptions(ServiceVersion version = ServiceVersion.V2023_04_01)
    {
        if (version != ServiceVersion.V2023_04_01)
            throw new ArgumentOutOfRangeException(nameof(version));
    }

#pragma warning disable CA1707 // The real names.
    public enum ServiceVersion
    {
        V3_0 = 1,
        V3_1 = 2,
        V2022_05_01 = 3,
        V2023_04_01 = 4,
    }
#pragma warning restore CA1707
}
