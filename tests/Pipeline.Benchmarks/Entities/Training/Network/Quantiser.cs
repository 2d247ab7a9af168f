using Pipeline.Benchmarks.Entities.Training.Words;

namespace Pipeline.Benchmarks.Entities.Training.Network;

/// <summary>
/// k-means by distance (Lloyd 1982). Points are assigned in parallel and summed in order, so that the same input gives the same
/// centres.
/// </summary>
internal static class Quantiser
{
    /// <param name="points">One after another.</param>
    /// <param name="size">Numbers of a point, a multiple of eight.</param>
    /// <param name="clusters">How many.</param>
    /// <param name="rounds">How often the centres move.</param>
    /// <param name="seed">Of the points that they start from.</param>
    public static (int[] Assignment, float[] Centres) Run(float[] points, int size, int clusters, int rounds, int seed)
    {
        var count = points.Length / size;
        var drawn = Enumerable.Range(0, count).ToArray();
        new Random(seed).Shuffle(drawn);
        var centres = new float[clusters * size];
        for (var c = 0; c < clusters; c++)
            points.AsSpan(drawn[c % count] * size, size).CopyTo(centres.AsSpan(c * size));
        var assignment = new int[count];
        for (var round = 0; round < rounds; round++)
        {
            Assign(points, size, centres, assignment);
            var (sums, members) = (new float[centres.Length], new int[clusters]);
            for (var point = 0; point < count; point++)
            {
                members[assignment[point]]++;
                for (var i = 0; i < size; i++)
                    sums[(assignment[point] * size) + i] += points[(point * size) + i];
            }

            // A centre that lost all its points stays where it was.
            for (var i = 0; i < centres.Length; i++)
                centres[i] = members[i / size] == 0 ? centres[i] : sums[i] / members[i / size];
        }
        Assign(points, size, centres, assignment);
        return (assignment, centres);
    }

    /// <summary>The nearest centre is the one with the largest product less half its own square.</summary>
    private static void Assign(float[] points, int size, float[] centres, int[] assignment)
    {
        var halves = new float[centres.Length / size];
        for (var c = 0; c < halves.Length; c++)
            halves[c] = KMeans.Dot(centres.AsSpan(c * size, size), centres.AsSpan(c * size, size)) / 2;
        Parallel.For(0, assignment.Length, point =>
        {
            var vector = points.AsSpan(point * size, size);
            var (best, nearest) = (float.NegativeInfinity, 0);
            for (var c = 0; c < halves.Length; c++)
            {
                var near = KMeans.Dot(vector, centres.AsSpan(c * size, size)) - halves[c];
                if (near > best)
                    (best, nearest) = (near, c);
            }
            assignment[point] = nearest;
        });
    }
}
