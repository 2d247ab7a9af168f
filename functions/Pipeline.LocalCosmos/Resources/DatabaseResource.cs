namespace Pipeline.LocalCosmos.Resources;

/// <summary>A database: its row number, its name and the JSON that it answers with.</summary>
internal sealed record DatabaseResource(long Number, string Id, byte[] Body, string ETag)
{
    public string Rid { get; } = ResourceId.Database(Number);
}
