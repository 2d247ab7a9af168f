using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// Hashes of tokens and shingles, the same on every machine: a token's are sums of products of its halves (NH: Black and
/// others, "UMAC: Fast and Secure Message Authentication", CRYPTO 1999), a shingle's the sum of those of its tokens, each
/// rotated by its place (Cohen, "Recursive Hashing Functions for n-Grams", 1997). The values are stored: a change here
/// needs a new algorithm version.
/// <code>
///  tokens    8 characters ─ keyed ─ 4 products ─ sum      longer ones: the sum so far spread, and 8 more
///            all of them spread, several at once
///  shingles  token, token, token ─ rotated, added, spread, several at once
/// </code>
/// </summary>
internal static class Hashing
{
    /// <summary>Bits of a shingle hash that are kept: few enough for five bytes each in the store.</summary>
    public const int ShingleBits = 40;

    /// <summary>Hashes that are written and read beyond the last.</summary>
    public const int Padding = 8;

    /// <summary>Characters that are hashed at once, and read whether they belong to the token or not.</summary>
    private const int Chunk = 8;

    private const ulong K0 = 0xA0761D6478BD642F, K1 = 0xE7037ED1A0B428DB, K2 = 0x8EBC6AF09C88C6E3, K3 = 0x589965CC75374CC3;

    private const int FirstTurn = 43, SecondTurn = 22;

    /// <summary>Eight units filled, then eight empty ones: read from 8 - n on, a mask of the first n.</summary>
    private static ReadOnlySpan<ushort> Filled =>
    [
        0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>A hash for each token that two <paramref name="edges"/> stand around.</summary>
    /// <param name="characters">Folded text, readable eight characters beyond the last token.</param>
    /// <param name="edges">Start and end of each token.</param>
    /// <param name="hashes">Receives the hashes; <see cref="Padding"/> longer than their number.</param>
    /// <param name="scratch">As long as the number of tokens.</param>
    public static void Tokens(ref char characters, ReadOnlySpan<int> edges, Span<ulong> hashes, Span<ulong> scratch)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref characters);
        var (count, longer) = (edges.Length / 2, 0);
        for (var token = 0; token < count; token++)
        {
            var start = edges[2 * token];
            var length = edges[2 * token + 1] - start;
            hashes[token] = Sum(ref Unsafe.Add(ref units, start), Math.Min(length, Chunk));
            // Noted without a branch, since long words come unforeseeably.
            scratch[longer] = (uint)token;
            longer += length > Chunk ? 1 : 0;
        }

        foreach (var token in scratch[..longer])
        {
            var (at, end) = (edges[2 * (int)token] + Chunk, edges[2 * (int)token + 1]);
            for (; at < end; at += Chunk)
                hashes[(int)token] = Spread(hashes[(int)token], K2) + Sum(ref Unsafe.Add(ref units, at), Math.Min(end - at, Chunk));
        }

        Spread(hashes, count);
    }

    /// <summary>A hash for each of the characters, in place.</summary>
    public static void Characters(Span<ulong> characters, int count)
    {
        foreach (ref var character in characters[..count])
            character *= K0;
        Spread(characters, count);
    }

    /// <summary>A hash for every three tokens in a row; both spans are <see cref="Padding"/> longer than what counts of them.</summary>
    public static void Shingles(ReadOnlySpan<ulong> tokens, int count, Span<ulong> shingles)
    {
        for (var at = 0; at < count; at += Vector256<ulong>.Count)
        {
            var first = Vector256.Create(tokens[at..]);
            var second = Vector256.Create(tokens[(at + 1)..]);
            var third = Vector256.Create(tokens[(at + 2)..]);
            Spread(Rotate(first, FirstTurn) + Rotate(second, SecondTurn) + third, K3).CopyTo(shingles[at..]);
        }
    }

    /// <summary>Sum of the products of the two halves of each four characters, and of the characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Sum(ref ushort first, int length)
    {
        var filled = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Filled), (nuint)(Chunk - length));
        var keyed = (Vector128.LoadUnsafe(ref first) & filled).AsUInt64() ^ Vector128.Create(K0, K1);
        return Vector128.Sum(Product(keyed, keyed >>> 32) + keyed);
    }

    /// <summary>Product of the low halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Product(Vector128<ulong> left, Vector128<ulong> right)
    {
        if (Sse2.IsSupported)
            return Sse2.Multiply(left.AsUInt32(), right.AsUInt32());
        var low = Vector128.Create((ulong)uint.MaxValue);
        return (left & low) * (right & low);
    }

    private static void Spread(Span<ulong> hashes, int count)
    {
        for (var at = 0; at < count; at += Vector256<ulong>.Count)
            Spread(Vector256.Create<ulong>(hashes[at..]), K2).CopyTo(hashes[at..]);
    }

    private static ulong Spread(ulong hash, ulong factor) => (hash ^ hash >> 32) * factor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Spread(Vector256<ulong> hashes, ulong factor) => (hashes ^ hashes >>> 32) * factor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Rotate(Vector256<ulong> hashes, int turn) => hashes << turn | hashes >>> (64 - turn);
}
