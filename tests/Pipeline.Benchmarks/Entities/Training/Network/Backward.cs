using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Benchmarks.Entities.Training.Network;

/// <summary>Gradients of the products of <see cref="Pipeline.Articles.Entities.Tagging.Network.DenseMath"/>.</summary>
internal static class Backward
{
    /// <summary>dx += W dy for each token: dy of <paramref name="outs"/> numbers, dx of <paramref name="ins"/>.</summary>
    public static void AddInputs(ReadOnlySpan<float> dy, ReadOnlySpan<float> w, Span<float> dx, int count, int ins, int outs)
    {
        ref var deltas = ref MemoryMarshal.GetReference(dy[..(count * outs)]);
        ref var weights = ref MemoryMarshal.GetReference(w[..(ins * outs)]);
        for (var t = 0; t < count; t += 4)
        {
            // Up to four tokens at once: a weight that is loaded serves all of them.
            var many = count - t >= 4;
            for (var i = 0; i < ins; i++)
            {
                ref var row = ref Unsafe.Add(ref weights, i * outs);
                if (many)
                {
                    var (s0, s1, s2, s3) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
                    ref var d0 = ref Unsafe.Add(ref deltas, t * outs);
                    ref var d1 = ref Unsafe.Add(ref d0, outs);
                    ref var d2 = ref Unsafe.Add(ref d1, outs);
                    ref var d3 = ref Unsafe.Add(ref d2, outs);
                    for (nuint o = 0; o < (nuint)outs; o += 8)
                    {
                        var weight = Vector256.LoadUnsafe(ref row, o);
                        s0 = Vector256.FusedMultiplyAdd(weight, Vector256.LoadUnsafe(ref d0, o), s0);
                        s1 = Vector256.FusedMultiplyAdd(weight, Vector256.LoadUnsafe(ref d1, o), s1);
                        s2 = Vector256.FusedMultiplyAdd(weight, Vector256.LoadUnsafe(ref d2, o), s2);
                        s3 = Vector256.FusedMultiplyAdd(weight, Vector256.LoadUnsafe(ref d3, o), s3);
                    }
                    dx[(t * ins) + i] += Vector256.Sum(s0);
                    dx[((t + 1) * ins) + i] += Vector256.Sum(s1);
                    dx[((t + 2) * ins) + i] += Vector256.Sum(s2);
                    dx[((t + 3) * ins) + i] += Vector256.Sum(s3);
                    continue;
                }
                for (var last = t; last < count; last++)
                    dx[(last * ins) + i] += Dot(ref row, ref Unsafe.Add(ref deltas, last * outs), (nuint)outs);
            }
        }
    }

    /// <summary>dW += sum over tokens of x dy: x of <paramref name="ins"/> numbers a token, dy of <paramref name="outs"/>.</summary>
    public static void AddWeights(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, int count, int ins, int outs, Span<float> dw)
    {
        ref var to = ref MemoryMarshal.GetReference(dw[..(ins * outs)]);
        ref var deltas = ref MemoryMarshal.GetReference(dy[..(count * outs)]);
        ref var inputs = ref MemoryMarshal.GetReference(x[..(count * ins)]);
        for (nuint o = 0; o < (nuint)outs; o += 24)
        {
            var wide = o + 24 <= (nuint)outs;
            for (nuint i = 0; i < (nuint)ins; i++)
            {
                var at = (i * (nuint)outs) + o;
                if (!wide)
                {
                    for (nuint part = 0; o + part < (nuint)outs; part += 8)
                    {
                        var sum = Vector256.LoadUnsafe(ref to, at + part);
                        for (nuint t = 0; t < (nuint)count; t++)
                            sum = Vector256.FusedMultiplyAdd(Factor(ref inputs, (t * (nuint)ins) + i), Vector256.LoadUnsafe(ref deltas, (t * (nuint)outs) + o + part), sum);
                        sum.StoreUnsafe(ref to, at + part);
                    }
                    continue;
                }
                var s0 = Vector256.LoadUnsafe(ref to, at);
                var s1 = Vector256.LoadUnsafe(ref to, at + 8);
                var s2 = Vector256.LoadUnsafe(ref to, at + 16);
                for (nuint t = 0; t < (nuint)count; t++)
                {
                    var factor = Factor(ref inputs, (t * (nuint)ins) + i);
                    var delta = (t * (nuint)outs) + o;
                    s0 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref deltas, delta), s0);
                    s1 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref deltas, delta + 8), s1);
                    s2 = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref deltas, delta + 16), s2);
                }
                s0.StoreUnsafe(ref to, at);
                s1.StoreUnsafe(ref to, at + 8);
                s2.StoreUnsafe(ref to, at + 16);
            }
        }
    }

    private static float Dot(ref float first, ref float second, nuint count)
    {
        var (s0, s1) = (Vector256<float>.Zero, Vector256<float>.Zero);
        nuint o = 0;
        for (; o + 16 <= count; o += 16)
        {
            s0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref first, o), Vector256.LoadUnsafe(ref second, o), s0);
            s1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref first, o + 8), Vector256.LoadUnsafe(ref second, o + 8), s1);
        }
        if (o < count)
            s0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref first, o), Vector256.LoadUnsafe(ref second, o), s0);
        return Vector256.Sum(s0 + s1);
    }

    private static Vector256<float> Factor(ref float first, nuint at) => Vector256.Create(Unsafe.Add(ref first, at));
}
