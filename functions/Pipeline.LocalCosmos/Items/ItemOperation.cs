using Pipeline.LocalCosmos.Patches;

namespace Pipeline.LocalCosmos.Items;

/// <summary>One operation on one item, checked as far as it can be without the store.</summary>
internal sealed record ItemOperation(ItemOperationKind Kind, string PartitionKey)
{
    /// <summary>The item addressed; null where <see cref="Content"/> alone says it.</summary>
    public string? Id { get; init; }

    /// <summary>The new item of a create, upsert or replace.</summary>
    public ItemContent? Content { get; init; }

    public ItemPatch? Patch { get; init; }

    public ItemConditions Conditions { get; init; }

    /// <summary>The client wants no item back.</summary>
    public bool Minimal { get; init; }
}
