using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    /// <summary>For each number of characters up to eight, the bits that they fill of two words.</summary>
    private static readonly (ulong Low, ulong High)[] FirstUnits = Masks();

    /// <summary>Hash of a token. Reads up to eight characters beyond it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Token(ref char first, int length)
    {
        ref var units = ref Unsafe.As<char, byte>(ref first);
        var hash = (ulong)length;
        while (length > 8)
        {
            hash = Units(Word(ref units), Word(ref Unsafe.Add(ref units, 8)), hash);
            units = ref Unsafe.Add(ref units, 16);
            length -= 8;
        }

        var (low, high) = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(FirstUnits), length);
        return Units(Word(ref units) & low, Word(ref Unsafe.Add(ref units, 8)) & high, hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Shingle(ulong first, ulong second, ulong third) =>
        Mix(Mix(first ^ K2, BitOperations.RotateLeft(second, 23) ^ K1) ^ third, K3) >> (64 - ShingleBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Shingle(char first, char second, char third) =>
        Mix(Mix(first | (ulong)second << 16 | (ulong)third << 32 | 1UL << 48, K0), K3) >> (64 - ShingleBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Units(ulong low, ulong high, ulong hash) => Mix(low ^ hash ^ K0, high ^ K1 ^ (hash << 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte units) => Unsafe.ReadUnaligned<ulong>(ref units);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }

    private static (ulong Low, ulong High)[] Masks()
    {
        var masks = new (ulong, ulong)[9];
        for (var length = 0; length <= 8; length++)
            masks[length] = (Filled(Math.Min(length, 4)), Filled(Math.Max(length - 4, 0)));
        return masks;

        static ulong Filled(int units) => units == 4 ? ulong.MaxValue : (1UL << (16 * units)) - 1;
    }
}
