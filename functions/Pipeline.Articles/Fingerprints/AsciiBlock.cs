using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Fingerprints;

/// <summary>Thirty-two UTF-16 code units, classified at once: a bit for each in every mask.</summary>
internal readonly ref struct AsciiBlock
{
    public const int Length = 32;

    private readonly Vector256<byte> _lower;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private AsciiBlock(Vector256<byte> units)
    {
        // Saturation keeps everything outside ASCII at 0x80 or above.
        NonAscii = units.ExtractMostSignificantBits();
        var isUpper = InRange(units, (byte)'A', 26);
        _lower = units | (isUpper & Vector256.Create((byte)0x20));
        var isDigit = InRange(units, (byte)'0', 10);
        Upper = isUpper.ExtractMostSignificantBits();
        Digit = isDigit.ExtractMostSignificantBits();
        Word = (InRange(_lower, (byte)'a', 26) | isDigit).ExtractMostSignificantBits();
        Break = (Vector256.Equals(units, Vector256.Create((byte)'.')) | Vector256.Equals(units, Vector256.Create((byte)'\n'))
            | Vector256.Equals(units, Vector256.Create((byte)'!')) | Vector256.Equals(units, Vector256.Create((byte)'?'))
            | Vector256.Equals(units, Vector256.Create((byte)':')) | Vector256.Equals(units, Vector256.Create((byte)'"'))
            | Vector256.Equals(units, Vector256.Create((byte)'\r'))).ExtractMostSignificantBits();
    }

    public uint NonAscii { get; }

    public uint Word { get; }

    public uint Upper { get; }

    public uint Digit { get; }

    public uint Break { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static AsciiBlock Load(ref ushort source) => new(
        Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref source), Vector256.LoadUnsafe(ref source, 16)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreLower(ref ushort target)
    {
        var (low, high) = Vector256.Widen(_lower);
        low.StoreUnsafe(ref target);
        high.StoreUnsafe(ref target, 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> InRange(Vector256<byte> units, byte first, byte count) =>
        Vector256.LessThan(units - Vector256.Create(first), Vector256.Create(count));
}
