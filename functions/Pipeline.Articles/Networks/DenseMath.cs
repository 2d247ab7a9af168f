using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Networks;

/// <summary>
/// Products of vectors and matrices, in rows of whole vectors of eight. Multiply and add are fused everywhere and no sum is split
/// over lanes, so that the same numbers come out of every processor.
/// </summary>
internal static class DenseMath
{
    private const int Lane = 8;

    private const double Ln2 = 0.693147180559945309417232121458;

    /// <summary>y += x W for each token: x of <paramref name="ins"/> numbers, y of <paramref name="outs"/>, W a row of y's length for each of x.</summary>
    public static void MultiplyAdd(ReadOnlySpan<float> x, ReadOnlySpan<float> w, Span<float> y, int count, int ins, int outs)
    {
        ref var from = ref MemoryMarshal.GetReference(x[..(count * ins)]);
        ref var weights = ref MemoryMarshal.GetReference(w[..(ins * outs)]);
        ref var to = ref MemoryMarshal.GetReference(y[..(count * outs)]);
        if (Vector512.IsHardwareAccelerated && outs % (2 * Lane) == 0)
            MatrixProduct<Lanes512, Vector512<float>>.Add(ref from, ref weights, ref to, count, ins, outs);
        else
            MatrixProduct<Lanes256, Vector256<float>>.Add(ref from, ref weights, ref to, count, ins, outs);
    }

    /// <summary>y += factor x.</summary>
    public static void AddScaled(float factor, ReadOnlySpan<float> x, Span<float> y)
    {
        ref var from = ref MemoryMarshal.GetReference(x[..y.Length]);
        ref var to = ref MemoryMarshal.GetReference(y);
        var factors = Vector256.Create(factor);
        for (nuint i = 0; i < (nuint)y.Length; i += Lane)
            Vector256.FusedMultiplyAdd(factors, Vector256.LoadUnsafe(ref from, i), Vector256.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x) => (Sigmoid(x + x) * 2f) - Vector256<float>.One;

    /// <summary>
    /// e^x to the last bit or two, for x whose power is a normal number (others are taken for the nearest such): 2^n e^r with
    /// |r| at most ln 2 / 2, the latter by its Taylor series. The runtime's own computes in double precision, four times as long.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Clamp(x, Vector256.Create(-87f), Vector256.Create(88f));
        var n = Vector256.Round(x * (float)(1 / Ln2));

        // ln 2 in two parts, the first with zeros behind, so that n times it is exact.
        const float High = 0.693145751953125f;
        var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-High), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create((float)(High - Ln2)), r);
        var sum = Next(Vector256.Create(1f / 5040), r, 1f / 720);
        sum = Next(Next(sum, r, 1f / 120), r, 1f / 24);
        sum = Next(Next(sum, r, 1f / 6), r, 1f / 2);
        sum = Next(Next(sum, r, 1), r, 1);
        return sum * Vector256.ShiftLeft(Vector256.ConvertToInt32(n) + Vector256.Create(127), 23).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Next(Vector256<float> sum, Vector256<float> r, float term) =>
        Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(term));
}
