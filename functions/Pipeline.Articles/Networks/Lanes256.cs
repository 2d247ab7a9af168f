using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Networks;

/// <summary>8 numbers at once.</summary>
internal readonly struct Lanes256 : ILanes<Vector256<float>>
{
    public static nuint Count => 8;

    public static Vector256<float> Load(ref float first, nuint at) => Vector256.LoadUnsafe(ref first, at);

    public static void Store(Vector256<float> vector, ref float first, nuint at) => vector.StoreUnsafe(ref first, at);

    public static Vector256<float> All(float value) => Vector256.Create(value);

    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) => Vector256.FusedMultiplyAdd(a, b, c);
}
