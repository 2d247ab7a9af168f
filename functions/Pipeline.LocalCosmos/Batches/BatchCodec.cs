using Microsoft.Azure.Cosmos.Serialization.HybridRow;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.IO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Layouts;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.RecordIO;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Batches;

/// <summary>Batches on the wire: records of HybridRow, the service's binary row format, in both directions.</summary>
internal static class BatchCodec
{
    private const int RowOverhead = 256;

    /// <exception cref="RequestRefusedException">The body is no batch.</exception>
    public static async Task<List<BatchOperationRow>> ReadAsync(byte[] body)
    {
        var rows = new List<BatchOperationRow>();
        using var stream = new MemoryStream(body, writable: false);
        var result = await stream.ReadRecordIOAsync(
            (ReadOnlyMemory<byte> record) =>
            {
                if (BatchOperationRow.Read(record.Span) is not { } row)
                    return Result.Failure;
                rows.Add(row);
                return Result.Success;
            },
            segment => Result.Success,
            new MemorySpanResizer<byte>(body.Length));
        return result == Result.Success
            ? rows
            : throw RequestRefusedException.BadRequest($"The batch cannot be read: {result}.");
    }

    public static async Task<byte[]> WriteAsync(IReadOnlyList<CosmosResponse> responses)
    {
        var resizer = new MemorySpanResizer<byte>(RowOverhead + responses.Max(response => response.Body.Length));
        using var stream = new MemoryStream();
        Result Produce(long index, out ReadOnlyMemory<byte> buffer)
        {
            buffer = default;
            if (index >= responses.Count)
                return Result.Success;
            var row = new RowBuffer(resizer.Memory.Length, resizer);
            row.InitLayout(HybridRowVersion.V1, BatchLayouts.Result, BatchLayouts.Resolver);
            var written = RowWriter.WriteBuffer(ref row, responses[(int)index], WriteRow);
            if (written == Result.Success)
                buffer = resizer.Memory[..row.Length];
            return written;
        }

        var result = await stream.WriteRecordIOAsync(default, Produce);
        return result == Result.Success
            ? stream.ToArray()
            : throw new InvalidOperationException($"A batch result could not be written: {result}.");
    }

    private static Result WriteRow(ref RowWriter writer, TypeArgument type, CosmosResponse response)
    {
        var result = writer.WriteInt32("statusCode", response.Status);
        if (result == Result.Success)
            result = writer.WriteInt32("subStatusCode", response.SubStatus);
        if (result == Result.Success && response.ETag is not null)
            result = writer.WriteString("eTag", response.ETag);
        if (result == Result.Success && response.IsSuccess && !response.Body.IsEmpty)
            result = writer.WriteBinary("resourceBody", response.Body.Span);
        if (result == Result.Success)
            result = writer.WriteFloat64("requestCharge", response.Charge);
        return result;
    }
}
