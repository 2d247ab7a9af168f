using System.ComponentModel;
using Pipeline.Ingestion.Language;

namespace Pipeline.Ingestion.Documents;

public sealed record DocumentProcessing
{
    [Description("One entry for each stage before the last, in order.")]
    public required IReadOnlyList<DocumentStage> Stages { get; init; }

    public required AnalyserInfo EntityAnalyser { get; init; }

    public required AnalyserInfo KeyPhraseAnalyser { get; init; }

    [Description("Why something is missing, one sentence each.")]
    public required IReadOnlyList<string> Warnings { get; init; }
}
