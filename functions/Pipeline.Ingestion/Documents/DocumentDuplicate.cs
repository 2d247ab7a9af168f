using System.ComponentModel;
using System.Text.Json.Serialization;
using Pipeline.Articles.Fingerprints;

namespace Pipeline.Ingestion.Documents;

public sealed record DocumentDuplicate
{
    [JsonConverter(typeof(CamelCaseEnumConverter<DuplicateKind>))]
    public required DuplicateKind Kind { get; init; }

    [Description("Id of the article that it copies.")]
    public string? Of { get; init; }

    [Description("Estimated share of the smaller text that stands in the larger one, 0 to 1.")]
    public double? Containment { get; init; }

    [Description("Estimated Jaccard similarity, 0 to 1.")]
    public double? Jaccard { get; init; }

    [Description("Version of folding, sketch and thresholds.")]
    public required string Algorithm { get; init; }
}
