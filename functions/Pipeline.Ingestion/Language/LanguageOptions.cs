namespace Pipeline.Ingestion.Language;

/// <summary>Which provider finds what, and how the service is reached.</summary>
public sealed class LanguageOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Pipeline:Language";

    public const string Local = "local";

    public const string Azure = "azure";

    /// <summary>"local" or "azure".</summary>
    public string Entities { get; set; } = Local;

    /// <summary>"local" or "azure"; the service's key phrase extraction ends on 31 March 2029.</summary>
    public string KeyPhrases { get; set; } = Local;

    /// <summary>The language resource, such as https://NAME.cognitiveservices.azure.com; needed when a feature is "azure".</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Key of the resource. Null: the credential given to <see cref="LanguageServices.AddLanguageAnalysis"/>.</summary>
    public string? Key { get; set; }

    /// <summary>How long a paid result is reused for the same content, in days; 0 for never.</summary>
    public int CacheDays { get; set; } = 90;

    /// <summary>Model version asked of the service; part of the cache's key.</summary>
    public string ModelVersion { get; set; } = "latest";

    /// <summary>How long the service may take for one request, in seconds.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>How long an article waits for others to share its request, in milliseconds.</summary>
    public int BatchWaitMilliseconds { get; set; } = 50;

    /// <summary>How many key phrases a document gets at most.</summary>
    public int MostKeyPhrases { get; set; } = 20;

    internal bool UsesAzure => Entities == Azure || KeyPhrases == Azure;
}
