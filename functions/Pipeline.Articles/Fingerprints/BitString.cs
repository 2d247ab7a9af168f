using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Pipeline.Articles.Fingerprints;

/// <summary>Bits in words of 64, the first in the lowest place.</summary>
internal static class BitString
{
    /// <summary>Sets bits from place <paramref name="at"/> on. The word behind is written too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Or(ref ulong words, int at, ulong bits)
    {
        ref var word = ref Unsafe.Add(ref words, at >> 6);
        word |= bits << at;
        // The part that crosses into the next word; shifted twice, since a shift by 64 is one by 0.
        Unsafe.Add(ref word, 1) |= bits >> 1 >> (63 - (at & 63));
    }

    /// <summary>The first <paramref name="count"/> bits of a word; all of it when there are more.</summary>
    public static ulong First(int count) => count >= 64 ? ulong.MaxValue : (1UL << count) - 1;

    /// <summary>The bits of <paramref name="bits"/> that <paramref name="chosen"/> has, side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Extract(ulong bits, ulong chosen) =>
        Bmi2.X64.IsSupported ? Bmi2.X64.ParallelBitExtract(bits, chosen) : ExtractOneByOne(bits, chosen);

    internal static ulong ExtractOneByOne(ulong bits, ulong chosen)
    {
        ulong extracted = 0;
        for (var at = 0; chosen != 0; at++, chosen &= chosen - 1)
            extracted |= (bits >> BitOperations.TrailingZeroCount(chosen) & 1) << at;
        return extracted;
    }
}
