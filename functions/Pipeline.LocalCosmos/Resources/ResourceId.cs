using System.Buffers.Binary;

namespace Pipeline.LocalCosmos.Resources;

/// <summary>
/// The service's <c>_rid</c>: 4 bytes of database, 4 of container (its first bit set, which tells it from a user), 8 of
/// document (little endian, its highest four bits 0), in base64 with <c>-</c> for <c>/</c>. The SDK takes it apart.
/// </summary>
internal static class ResourceId
{
    public static string Database(long database) => Encode(stackalloc byte[4], database, 0, 0);

    public static string Container(long database, long container) => Encode(stackalloc byte[8], database, container, 0);

    public static string Document(long database, long container, long document) =>
        Encode(stackalloc byte[16], database, container, document);

    private static string Encode(Span<byte> rid, long database, long container, long document)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(rid, (uint)database);
        if (rid.Length >= 8)
            BinaryPrimitives.WriteUInt32BigEndian(rid[4..], (uint)container | 0x8000_0000);
        if (rid.Length >= 16)
            BinaryPrimitives.WriteInt64LittleEndian(rid[8..], document);
        return Convert.ToBase64String(rid).Replace('/', '-');
    }
}
