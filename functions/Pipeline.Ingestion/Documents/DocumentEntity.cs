using System.ComponentModel;
using System.Text.Json.Serialization;
using Pipeline.Articles.Entities;

namespace Pipeline.Ingestion.Documents;

public sealed record DocumentEntity
{
    [Description("The fullest form used in the article.")]
    public required string Name { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<EntityCategory>))]
    public required EntityCategory Category { get; init; }

    public string? Subcategory { get; init; }

    [Description("How often the article names it.")]
    public required int Count { get; init; }

    [Description("0 to 1.")]
    public required double Confidence { get; init; }

    [Description("Other forms used in the article.")]
    public required IReadOnlyList<string> Aliases { get; init; }

    public required IReadOnlyList<DocumentMention> Mentions { get; init; }
}
