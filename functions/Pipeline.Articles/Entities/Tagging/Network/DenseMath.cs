using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Entities.Tagging.Network;

/// <summary>
/// Products of vectors and matrices, in rows of whole vectors of eight. Multiply and add are fused everywhere, so that the
/// same numbers come out of every processor.
/// </summary>
internal static class DenseMath
{
    private const int Lane = 8;

    /// <summary>y += x W for each token: x of <paramref name="ins"/> numbers, y of <paramref name="outs"/>, W a row of y's length for each of x.</summary>
    public static void MultiplyAdd(ReadOnlySpan<float> x, ReadOnlySpan<float> w, Span<float> y, int count, int ins, int outs)
    {
        ref var from = ref MemoryMarshal.GetReference(x[..(count * ins)]);
        ref var weights = ref MemoryMarshal.GetReference(w[..(ins * outs)]);
        ref var to = ref MemoryMarshal.GetReference(y[..(count * outs)]);
        var t = 0;
        for (; t + 4 <= count; t += 4)
            Four(ref Unsafe.Add(ref from, t * ins), ref weights, ref Unsafe.Add(ref to, t * outs), (nuint)ins, (nuint)outs);
        for (; t < count; t++)
            One(ref Unsafe.Add(ref from, t * ins), ref weights, ref Unsafe.Add(ref to, t * outs), (nuint)ins, (nuint)outs);
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

    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Vector256.Exp(-x));

    public static Vector256<float> Tanh(Vector256<float> x) => (Sigmoid(x + x) * 2f) - Vector256<float>.One;

    /// <summary>Four tokens at once: a weight that is loaded serves all of them.</summary>
    private static void Four(ref float x, ref float w, ref float y, nuint ins, nuint outs)
    {
        ref var x1 = ref Unsafe.Add(ref x, ins);
        ref var x2 = ref Unsafe.Add(ref x1, ins);
        ref var x3 = ref Unsafe.Add(ref x2, ins);
        for (nuint o = 0; o < outs; o += 2 * Lane)
        {
            // A last single vector is done by the other method's loop.
            if (o + (2 * Lane) > outs)
            {
                for (nuint t = 0; t < 4; t++)
                    Single(ref Unsafe.Add(ref x, t * ins), ref w, ref Unsafe.Add(ref y, t * outs), ins, outs, o);
                return;
            }
            var (a0, b0) = (Vector256.LoadUnsafe(ref y, o), Vector256.LoadUnsafe(ref y, o + Lane));
            var (a1, b1) = (Vector256.LoadUnsafe(ref y, o + outs), Vector256.LoadUnsafe(ref y, o + outs + Lane));
            var (a2, b2) = (Vector256.LoadUnsafe(ref y, o + (2 * outs)), Vector256.LoadUnsafe(ref y, o + (2 * outs) + Lane));
            var (a3, b3) = (Vector256.LoadUnsafe(ref y, o + (3 * outs)), Vector256.LoadUnsafe(ref y, o + (3 * outs) + Lane));
            var at = o;
            for (nuint i = 0; i < ins; i++, at += outs)
            {
                var (wa, wb) = (Vector256.LoadUnsafe(ref w, at), Vector256.LoadUnsafe(ref w, at + Lane));
                var f = Vector256.Create(Unsafe.Add(ref x, i));
                (a0, b0) = (Vector256.FusedMultiplyAdd(f, wa, a0), Vector256.FusedMultiplyAdd(f, wb, b0));
                f = Vector256.Create(Unsafe.Add(ref x1, i));
                (a1, b1) = (Vector256.FusedMultiplyAdd(f, wa, a1), Vector256.FusedMultiplyAdd(f, wb, b1));
                f = Vector256.Create(Unsafe.Add(ref x2, i));
                (a2, b2) = (Vector256.FusedMultiplyAdd(f, wa, a2), Vector256.FusedMultiplyAdd(f, wb, b2));
                f = Vector256.Create(Unsafe.Add(ref x3, i));
                (a3, b3) = (Vector256.FusedMultiplyAdd(f, wa, a3), Vector256.FusedMultiplyAdd(f, wb, b3));
            }
            a0.StoreUnsafe(ref y, o);
            b0.StoreUnsafe(ref y, o + Lane);
            a1.StoreUnsafe(ref y, o + outs);
            b1.StoreUnsafe(ref y, o + outs + Lane);
            a2.StoreUnsafe(ref y, o + (2 * outs));
            b2.StoreUnsafe(ref y, o + (2 * outs) + Lane);
            a3.StoreUnsafe(ref y, o + (3 * outs));
            b3.StoreUnsafe(ref y, o + (3 * outs) + Lane);
        }
    }

    private static void One(ref float x, ref float w, ref float y, nuint ins, nuint outs)
    {
        nuint o = 0;
        for (; o + (4 * Lane) <= outs; o += 4 * Lane)
        {
            var (s0, s1) = (Vector256.LoadUnsafe(ref y, o), Vector256.LoadUnsafe(ref y, o + 8));
            var (s2, s3) = (Vector256.LoadUnsafe(ref y, o + 16), Vector256.LoadUnsafe(ref y, o + 24));
            var at = o;
            for (nuint i = 0; i < ins; i++, at += outs)
            {
                var f = Vector256.Create(Unsafe.Add(ref x, i));
                s0 = Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref w, at), s0);
                s1 = Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref w, at + 8), s1);
                s2 = Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref w, at + 16), s2);
                s3 = Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref w, at + 24), s3);
            }
            s0.StoreUnsafe(ref y, o);
            s1.StoreUnsafe(ref y, o + 8);
            s2.StoreUnsafe(ref y, o + 16);
            s3.StoreUnsafe(ref y, o + 24);
        }
        for (; o < outs; o += Lane)
            Single(ref x, ref w, ref y, ins, outs, o);
    }

    private static void Single(ref float x, ref float w, ref float y, nuint ins, nuint outs, nuint o)
    {
        var sum = Vector256.LoadUnsafe(ref y, o);
        var at = o;
        for (nuint i = 0; i < ins; i++, at += outs)
            sum = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref x, i)), Vector256.LoadUnsafe(ref w, at), sum);
        sum.StoreUnsafe(ref y, o);
    }
}
