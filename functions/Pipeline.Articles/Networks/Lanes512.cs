using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Networks;

/// <summary>16 numbers at once.</summary>
internal readonly struct Lanes512 : ILanes<Vector512<float>>
{
    public static nuint Count => 16;

    public static Vector512<float> Load(ref float first, nuint at) => Vector512.LoadUnsafe(ref first, at);

    public static void Store(Vector512<float> vector, ref float first, nuint at) => vector.StoreUnsafe(ref first, at);

    public static Vector512<float> All(float value) => Vector512.Create(value);

    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) => Vector512.FusedMultiplyAdd(a, b, c);
}
