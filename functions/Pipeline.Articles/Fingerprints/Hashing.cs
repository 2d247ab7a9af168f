using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// Hashes of tokens and shingles by folded 64 x 64 bit multiplication (the mixing step of wyhash, Wang Yi 2019, public
/// domain). The values are stored: a change here needs a new algorithm version.
/// </summary>
internal static class Hashing
{
    private const ulong K0 = 0xA0761D6478BD642F, K1 = 0xE7037ED1A0B428DB, K2 = 0x8EBC6AF09C88C6E3, K3 = 0x589965CC75374CC3;

    /// <summary>Bits of a shingle hash that are kept: few enough for five bytes each in the store.</summary>
    public const int ShingleBits = 40;

    private static readonly Vector128<ushort>[] FirstUnits = Masks();

    /// <summary>Hash of a token. Reads up to eight characters beyond it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Token(ref char first, int length)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref first);
        var hash = (ulong)length;
        while (length > 8)
        {
            hash = Units(Vector128.LoadUnsafe(ref units), hash);
            units = ref Unsafe.Add(ref units, 8);
            length -= 8;
        }

        var mask = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(FirstUnits), length);
        return Units(Vector128.LoadUnsafe(ref units) & mask, hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Shingle(ulong first, ulong second, ulong third) =>
        Mix(Mix(first ^ K2, BitOperations.RotateLeft(second, 23) ^ K1) ^ third, K3) >> (64 - ShingleBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Shingle(char first, char second, char third) =>
        Mix(Mix(first | (ulong)second << 16 | (ulong)third << 32 | 1UL << 48, K0), K3) >> (64 - ShingleBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Units(Vector128<ushort> units, ulong hash)
    {
        var words = units.AsUInt64();
        return Mix(words.GetElement(0) ^ hash ^ K0, words.GetElement(1) ^ K1 ^ (hash << 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }

    private static Vector128<ushort>[] Masks()
    {
        var masks = new Vector128<ushort>[9];
        Span<ushort> units = stackalloc ushort[8];
        for (var length = 0; length <= 8; length++)
        {
            units.Clear();
            units[..length].Fill(ushort.MaxValue);
            masks[length] = Vector128.Create<ushort>(units);
        }

        return masks;
    }
}
