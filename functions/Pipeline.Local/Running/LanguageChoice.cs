using Pipeline.Ingestion.Language;
using Pipeline.Local.LanguageService;

namespace Pipeline.Local.Running;

/// <summary>Who finds entities and key phrases in a run.</summary>
internal sealed record LanguageChoice
{
    /// <summary>Azure AI Language as this host emulates it.</summary>
    public const string AzureEmulated = "azure-emulated";

    public static readonly string[] Providers = [LanguageOptions.Local, LanguageOptions.Azure, AzureEmulated];

    /// <summary>One of <see cref="Providers"/>; null for what the settings say.</summary>
    public string? Entities { get; init; }

    /// <summary>One of <see cref="Providers"/>; null for what the settings say.</summary>
    public string? KeyPhrases { get; init; }

    /// <summary>How the emulated service behaves.</summary>
    public LanguageServiceOptions Emulated { get; init; } = new() { Key = "emulated" };

    /// <summary>On top of the settings; null to leave them.</summary>
    public Action<LanguageOptions>? Configure { get; init; }

    public bool UsesEmulated => Entities == AzureEmulated || KeyPhrases == AzureEmulated;
}
