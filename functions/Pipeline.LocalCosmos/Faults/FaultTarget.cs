namespace Pipeline.LocalCosmos.Faults;

/// <summary>The request that a fault may strike.</summary>
/// <param name="Operation">What it asks for.</param>
/// <param name="Database">Its database, or null.</param>
/// <param name="Container">Its container, or null.</param>
/// <param name="ItemId">The item's id where the address names one; a create or upsert has it in its body only.</param>
/// <param name="PartitionKey">The partition key header, a JSON array, or null.</param>
public sealed record FaultTarget(
    CosmosOperation Operation, string? Database, string? Container, string? ItemId, string? PartitionKey);
