namespace Pipeline.LocalCosmos.Items;

/// <summary>An item with its system properties, as it lies in the file and goes to clients.</summary>
internal readonly record struct StoredItem(byte[] Body, string ETag);
