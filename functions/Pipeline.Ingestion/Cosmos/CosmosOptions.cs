using System.ComponentModel.DataAnnotations;

namespace Pipeline.Ingestion.Cosmos;

/// <summary>Bound from the section "Pipeline:Cosmos".</summary>
public sealed class CosmosOptions
{
    public const string Section = "Pipeline:Cosmos";

    [Required(ErrorMessage = "Pipeline:Cosmos:Database names the database; it must not be empty.")]
    public string Database { get; set; } = "pipeline";
}
