using System.ComponentModel;

namespace Pipeline.Ingestion.Documents;

public sealed record DocumentCleaning
{
    [Description("Version of the cleaner's rules and weights.")]
    public required string Version { get; init; }

    [Description("Which memory of the site was asked: 'crier.example@17' after 17 articles; absent when nothing was known of it.")]
    public string? SiteMemory { get; init; }

    public required int WordsReceived { get; init; }

    public required int WordsKept { get; init; }

    [Description("What was taken out, by rule.")]
    public required IReadOnlyList<DocumentRemoval> Removed { get; init; }
}
