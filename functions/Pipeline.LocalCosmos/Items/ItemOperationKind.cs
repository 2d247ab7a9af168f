namespace Pipeline.LocalCosmos.Items;

/// <summary>What an item operation does. The numbers are those of the service, as batches carry them.</summary>
internal enum ItemOperationKind
{
    Create = 0,
    Patch = 1,
    Read = 2,
    Delete = 4,
    Replace = 5,
    Upsert = 20,
}
