using System.Runtime.CompilerServices;

namespace Pipeline.Articles.Networks;

/// <summary>y += x W by blocks of y that stay in registers. Every number of y is summed in the order of x, whatever the block.</summary>
internal static class MatrixProduct<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
{
    /// <summary>For <paramref name="count"/> rows of x and y; <paramref name="outs"/> is a multiple of the lanes.</summary>
    public static void Add(ref float x, ref float w, ref float y, int count, int ins, int outs)
    {
        var fours = count & ~3;
        if (fours > 0)
            Fours(ref x, ref w, ref y, (nuint)fours, (nuint)ins, (nuint)outs);
        for (var row = fours; row < count; row++)
            One(ref Unsafe.Add(ref x, row * ins), ref w, ref Unsafe.Add(ref y, row * outs), (nuint)ins, (nuint)outs);
    }

    /// <summary>Two vectors of four rows at once: a weight that is loaded serves four rows, and its block stays near for all others.</summary>
    private static void Fours(ref float x, ref float w, ref float y, nuint count, nuint ins, nuint outs)
    {
        nuint o = 0;
        for (; o + (2 * TLanes.Count) <= outs; o += 2 * TLanes.Count)
        {
            for (nuint row = 0; row < count; row += 4)
                Four(ref Unsafe.Add(ref x, row * ins), ref Unsafe.Add(ref w, o), ref Unsafe.Add(ref y, (row * outs) + o), ins, outs);
        }
        if (o == outs)
            return;
        for (nuint row = 0; row < count; row++)
            Single(ref Unsafe.Add(ref x, row * ins), ref w, ref Unsafe.Add(ref y, row * outs), ins, outs, o);
    }

    private static void Four(ref float x, ref float w, ref float y, nuint ins, nuint outs)
    {
        ref var x1 = ref Unsafe.Add(ref x, ins);
        ref var x2 = ref Unsafe.Add(ref x1, ins);
        ref var x3 = ref Unsafe.Add(ref x2, ins);
        var second = TLanes.Count;
        var (a0, b0) = (TLanes.Load(ref y, 0), TLanes.Load(ref y, second));
        var (a1, b1) = (TLanes.Load(ref y, outs), TLanes.Load(ref y, outs + second));
        var (a2, b2) = (TLanes.Load(ref y, 2 * outs), TLanes.Load(ref y, (2 * outs) + second));
        var (a3, b3) = (TLanes.Load(ref y, 3 * outs), TLanes.Load(ref y, (3 * outs) + second));
        nuint at = 0;
        for (nuint i = 0; i < ins; i++, at += outs)
        {
            var (wa, wb) = (TLanes.Load(ref w, at), TLanes.Load(ref w, at + second));
            var f = TLanes.All(Unsafe.Add(ref x, i));
            (a0, b0) = (TLanes.MultiplyAdd(f, wa, a0), TLanes.MultiplyAdd(f, wb, b0));
            f = TLanes.All(Unsafe.Add(ref x1, i));
            (a1, b1) = (TLanes.MultiplyAdd(f, wa, a1), TLanes.MultiplyAdd(f, wb, b1));
            f = TLanes.All(Unsafe.Add(ref x2, i));
            (a2, b2) = (TLanes.MultiplyAdd(f, wa, a2), TLanes.MultiplyAdd(f, wb, b2));
            f = TLanes.All(Unsafe.Add(ref x3, i));
            (a3, b3) = (TLanes.MultiplyAdd(f, wa, a3), TLanes.MultiplyAdd(f, wb, b3));
        }
        TLanes.Store(a0, ref y, 0);
        TLanes.Store(b0, ref y, second);
        TLanes.Store(a1, ref y, outs);
        TLanes.Store(b1, ref y, outs + second);
        TLanes.Store(a2, ref y, 2 * outs);
        TLanes.Store(b2, ref y, (2 * outs) + second);
        TLanes.Store(a3, ref y, 3 * outs);
        TLanes.Store(b3, ref y, (3 * outs) + second);
    }

    /// <summary>Six vectors of one row at once: enough sums in flight to hide how long one takes.</summary>
    private static void One(ref float x, ref float w, ref float y, nuint ins, nuint outs)
    {
        var lanes = TLanes.Count;
        nuint o = 0;
        for (; o + (6 * lanes) <= outs; o += 6 * lanes)
        {
            var (s0, s1, s2) = (TLanes.Load(ref y, o), TLanes.Load(ref y, o + lanes), TLanes.Load(ref y, o + (2 * lanes)));
            var (s3, s4, s5) = (TLanes.Load(ref y, o + (3 * lanes)), TLanes.Load(ref y, o + (4 * lanes)), TLanes.Load(ref y, o + (5 * lanes)));
            var at = o;
            for (nuint i = 0; i < ins; i++, at += outs)
            {
                var f = TLanes.All(Unsafe.Add(ref x, i));
                s0 = TLanes.MultiplyAdd(f, TLanes.Load(ref w, at), s0);
                s1 = TLanes.MultiplyAdd(f, TLanes.Load(ref w, at + lanes), s1);
                s2 = TLanes.MultiplyAdd(f, TLanes.Load(ref w, at + (2 * lanes)), s2);
                s3 = TLanes.MultiplyAdd(f, TLanes.Load(ref w, at + (3 * lanes)), s3);
                s4 = TLanes.MultiplyAdd(f, TLanes.Load(ref w, at + (4 * lanes)), s4);
                s5 = TLanes.MultiplyAdd(f, TLanes.Load(ref w, at + (5 * lanes)), s5);
            }
            TLanes.Store(s0, ref y, o);
            TLanes.Store(s1, ref y, o + lanes);
            TLanes.Store(s2, ref y, o + (2 * lanes));
            TLanes.Store(s3, ref y, o + (3 * lanes));
            TLanes.Store(s4, ref y, o + (4 * lanes));
            TLanes.Store(s5, ref y, o + (5 * lanes));
        }
        for (; o < outs; o += lanes)
            Single(ref x, ref w, ref y, ins, outs, o);
    }

    private static void Single(ref float x, ref float w, ref float y, nuint ins, nuint outs, nuint o)
    {
        var sum = TLanes.Load(ref y, o);
        var at = o;
        for (nuint i = 0; i < ins; i++, at += outs)
            sum = TLanes.MultiplyAdd(TLanes.All(Unsafe.Add(ref x, i)), TLanes.Load(ref w, at), sum);
        TLanes.Store(sum, ref y, o);
    }
}
