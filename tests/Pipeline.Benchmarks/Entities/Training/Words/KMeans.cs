using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Benchmarks.Entities.Training.Words;

/// <summary>
/// Spherical k-means (Dhillon and Modha 2001): clusters of unit vectors by cosine. Points are assigned in parallel and
/// summed in order, so that the same input gives the same clusters.
/// </summary>
internal static class KMeans
{
    /// <param name="points">One after another, each of length one or zero.</param>
    /// <param name="size">Numbers of a point, a multiple of four or less than eight.</param>
    /// <param name="clusters">How many.</param>
    /// <param name="first">The starting centres are drawn from this many points at the beginning.</param>
    public static (int[] Assignment, float[] Centres) Run(float[] points, int size, int clusters, int first, int rounds)
    {
        var count = points.Length / size;
        var drawn = Enumerable.Range(0, Math.Min(first, count)).ToArray();
        new Random(20261128).Shuffle(drawn);
        var centres = new float[clusters * size];
        for (var c = 0; c < clusters; c++)
            points.AsSpan(drawn[c % drawn.Length] * size, size).CopyTo(centres.AsSpan(c * size));
        var assignment = new int[count];
        for (var round = 0; round < rounds; round++)
        {
            Assign(points, size, centres, assignment);
            var sums = new float[centres.Length];
            for (var point = 0; point < count; point++)
            {
                for (var i = 0; i < size; i++)
                    sums[(assignment[point] * size) + i] += points[(point * size) + i];
            }
            for (var c = 0; c < clusters; c++)
            {
                // A centre that lost all its points stays where it was.
                var sum = sums.AsSpan(c * size, size);
                if (sum.ContainsAnyExcept(0f))
                    sum.CopyTo(centres.AsSpan(c * size));
                Normalise(centres.AsSpan(c * size, size));
            }
        }
        Assign(points, size, centres, assignment);
        return (assignment, centres);
    }

    public static void Normalise(Span<float> vector)
    {
        var length = MathF.Sqrt(Dot(vector, vector));
        for (var i = 0; i < vector.Length && length > 0; i++)
            vector[i] /= length;
    }

    public static float Dot(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        ref var a = ref MemoryMarshal.GetReference(first);
        ref var b = ref MemoryMarshal.GetReference(second[..first.Length]);
        var sums = Vector256<float>.Zero;
        var at = 0;
        for (; at + 8 <= first.Length; at += 8)
            sums += Vector256.LoadUnsafe(ref a, (nuint)at) * Vector256.LoadUnsafe(ref b, (nuint)at);
        var sum = Vector256.Sum(sums);
        for (; at < first.Length; at++)
            sum += first[at] * second[at];
        return sum;
    }

    private static void Assign(float[] points, int size, float[] centres, int[] assignment) =>
        Parallel.For(0, assignment.Length, point =>
        {
            var vector = points.AsSpan(point * size, size);
            var (best, nearest) = (float.NegativeInfinity, 0);
            for (var c = 0; c * size < centres.Length; c++)
            {
                var near = Dot(vector, centres.AsSpan(c * size, size));
                if (near > best)
                    (best, nearest) = (near, c);
            }
            assignment[point] = nearest;
        });
}
