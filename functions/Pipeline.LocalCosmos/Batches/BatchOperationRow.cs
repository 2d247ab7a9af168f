using Microsoft.Azure.Cosmos.Serialization.HybridRow;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.IO;
using Pipeline.LocalCosmos.Items;

namespace Pipeline.LocalCosmos.Batches;

/// <summary>One operation of a batch as it lies in the request.</summary>
internal sealed class BatchOperationRow
{
    public ItemOperationKind Kind { get; private set; }

    /// <summary>A JSON array of one value; bulk requests carry one per operation.</summary>
    public string? PartitionKey { get; private set; }

    public string? Id { get; private set; }

    public byte[]? Body { get; private set; }

    public string? IfMatch { get; private set; }

    public string? IfNoneMatch { get; private set; }

    public bool Minimal { get; private set; }

    /// <summary>Null when the bytes are no such row.</summary>
    public static BatchOperationRow? Read(ReadOnlySpan<byte> bytes)
    {
        var buffer = new RowBuffer(bytes.Length);
        if (!buffer.ReadFrom(bytes, HybridRowVersion.V1, BatchLayouts.Resolver))
            return null;

        var row = new BatchOperationRow();
        var reader = new RowReader(ref buffer);
        while (reader.Read())
        {
            if (row.ReadField(ref reader) != Result.Success)
                return null;
        }

        return row;
    }

    private Result ReadField(ref RowReader reader)
    {
        var result = Result.Success;
        switch (reader.Path.ToString())
        {
            case "operationType":
                result = reader.ReadInt32(out var kind);
                Kind = (ItemOperationKind)kind;
                break;
            case "partitionKey":
                result = reader.ReadString(out string partitionKey);
                PartitionKey = partitionKey;
                break;
            case "id":
                result = reader.ReadString(out string id);
                Id = id;
                break;
            case "resourceBody":
                result = reader.ReadBinary(out byte[] body);
                Body = body;
                break;
            case "ifMatch":
                result = reader.ReadString(out string ifMatch);
                IfMatch = ifMatch;
                break;
            case "ifNoneMatch":
                result = reader.ReadString(out string ifNoneMatch);
                IfNoneMatch = ifNoneMatch;
                break;
            case "minimalReturnPreference":
                result = reader.ReadBool(out var minimal);
                Minimal = minimal;
                break;
        }

        return result;
    }
}
