namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>A feature's values as small numbers: bin b holds the values above edge b - 1 and up to edge b.</summary>
internal sealed record BinnedColumn(byte[] Bins, float[] Edges)
{
    public const int Most = 64;

    /// <summary>Values that the edges are chosen from.</summary>
    private const int MostSorted = 16_000;

    public static BinnedColumn Of(float[] column)
    {
        var sorted = Sample(column);
        Array.Sort(sorted);
        var edges = new List<float>();
        for (var b = 1; b < Most; b++)
        {
            var place = (int)((long)b * sorted.Length / Most);
            var edge = sorted[Math.Min(place, sorted.Length - 1)];
            if (edge < sorted[^1] && (edges.Count == 0 || edge > edges[^1]))
            {
                edges.Add(edge);
            }
        }

        // Rare values would share one bin with common ones; all distinct values of small columns get an edge.
        var distinct = Distinct(sorted);
        float[] chosen = distinct.Count <= Most ? [.. distinct[..^1]] : [.. edges];
        var bins = new byte[column.Length];
        for (var i = 0; i < column.Length; i++)
        {
            var at = Array.BinarySearch(chosen, column[i]);
            bins[i] = (byte)(at < 0 ? ~at : at);
        }

        return new BinnedColumn(bins, chosen);
    }

    private static float[] Sample(float[] column)
    {
        var stride = Math.Max(1, column.Length / MostSorted);
        var sample = new float[((column.Length - 1) / stride) + 1];
        for (var i = 0; i < sample.Length; i++)
        {
            sample[i] = column[i * stride];
        }

        return sample;
    }

    private static List<float> Distinct(float[] sorted)
    {
        var distinct = new List<float> { sorted[0] };
        for (var i = 1; i < sorted.Length && distinct.Count <= Most; i++)
        {
            if (sorted[i] > distinct[^1])
            {
                distinct.Add(sorted[i]);
            }
        }

        return distinct;
    }
}
