namespace Pipeline.LocalCosmos.Query.Values;

/// <summary>The types of Cosmos DB's data model, in the order in which ORDER BY ranks them.</summary>
internal enum ValueKind : byte
{
    Undefined,
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}
