using System.Buffers.Binary;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>An entry's sizes and offset, which stand in an extra field when they do not fit into 32 bits.</summary>
internal readonly record struct Zip64Sizes(long Unpacked, long Packed, long Offset)
{
    private const ushort Id = 1;

    public static Zip64Sizes Read(ReadOnlySpan<byte> extra, uint unpacked, uint packed, uint offset)
    {
        var wide = Find(extra);
        return new Zip64Sizes(Take(ref wide, unpacked), Take(ref wide, packed), Take(ref wide, offset));
    }

    private static long Take(ref ReadOnlySpan<byte> wide, uint value)
    {
        if (value != uint.MaxValue || wide.Length < 8)
        {
            return value;
        }

        var result = BinaryPrimitives.ReadInt64LittleEndian(wide);
        wide = wide[8..];
        return result;
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == Id)
            {
                return extra.Slice(4, length);
            }

            extra = extra[(4 + length)..];
        }

        return [];
    }
}
