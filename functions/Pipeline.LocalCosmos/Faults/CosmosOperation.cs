namespace Pipeline.LocalCosmos.Faults;

/// <summary>What a request asks for, as far as faults and counting tell requests apart.</summary>
public enum CosmosOperation
{
    /// <summary>The account, databases, containers, partition key ranges, throughput.</summary>
    Management,
    ReadItem,
    CreateItem,
    UpsertItem,
    ReplaceItem,
    DeleteItem,
    PatchItem,

    /// <summary>A transactional batch, or the group of single operations that bulk mode sends.</summary>
    Batch,
    Query,
    ReadFeed,
    ChangeFeed,
}
