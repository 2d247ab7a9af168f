namespace Pipeline.Ingestion.Language;

/// <summary>Which provider finds what, and how the service is reached.</summary>
public sealed class LanguageOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Pipeline:Language";

    public const string Local = "local";

    public const string Azure = "azure";

    public const string Defer = "defer";

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

    /// <summary>
    /// Text records (1,000 characters of one feature, as the service charges them) that all instances together may have
    /// analysed on a day (UTC); 0 for no limit. What the cache answers costs none.
    /// </summary>
    public long DailyTextRecords { get; set; }

    /// <summary>"defer": articles wait for the next day. "local": the local analyser is asked instead.</summary>
    public string WhenBudgetIsUsedUp { get; set; } = Defer;

    /// <summary>List price of the service in USD, to show what was spent; it limits nothing.</summary>
    public decimal UsdPerThousandTextRecords { get; set; } = 1;

    internal bool UsesAzure => Entities == Azure || KeyPhrases == Azure;
}
