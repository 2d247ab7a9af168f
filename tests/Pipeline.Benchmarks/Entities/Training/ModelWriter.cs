using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>Writes the file that <see cref="TaggerModel"/> reads.</summary>
internal static class ModelWriter
{
    /// <summary>Weights as signed bytes of this step; smaller ones than one step are dropped.</summary>
    private const float Step = 0.03f;

    /// <summary>A feature whose largest weight has fewer steps is left out: half of the bytes, and no difference to measure.</summary>
    private const int FewestSteps = 3;

    public static byte[] Write(
        ReadOnlySpan<uint> hashes, ReadOnlySpan<float> weights, ReadOnlySpan<float> transitions, NameConfidence confidence)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Step);
        foreach (var slope in confidence.Slopes)
            writer.Write(slope);
        foreach (var offset in confidence.Offsets)
            writer.Write(offset);
        for (var first = 0; first < TagSet.Count; first++)
        {
            for (var second = 0; second < TagSet.Count; second++)
                writer.Write(transitions[(first * TagSet.Width) + second]);
        }
        var rows = new sbyte[hashes.Length * TagSet.Count];
        var kept = new List<(int Index, int Tags)>();
        for (var i = 0; i < hashes.Length; i++)
        {
            var (tags, largest) = Quantise(weights.Slice(i * TagSet.Width, TagSet.Count), rows.AsSpan(i * TagSet.Count, TagSet.Count));
            if (largest >= FewestSteps)
                kept.Add((i, tags));
        }
        writer.Write(kept.Count);
        var last = 0u;
        foreach (var (index, _) in kept)
        {
            writer.Write7BitEncodedInt64(hashes[index] - last);
            last = hashes[index];
        }
        for (var shift = 0; shift < 24; shift += 8)
        {
            foreach (var (_, tags) in kept)
                writer.Write((byte)(tags >> shift));
        }
        foreach (var (index, _) in kept)
        {
            foreach (var weight in rows.AsSpan(index * TagSet.Count, TagSet.Count))
            {
                if (weight != 0)
                    writer.Write(weight);
            }
        }
        writer.Flush();
        return stream.ToArray();
    }

    private static (int Tags, int Largest) Quantise(ReadOnlySpan<float> weights, Span<sbyte> row)
    {
        var (tags, largest) = (0, 0);
        for (var tag = 0; tag < row.Length; tag++)
        {
            row[tag] = (sbyte)Math.Clamp((int)MathF.Round(weights[tag] / Step), -127, 127);
            if (row[tag] != 0)
                tags |= 1 << tag;
            largest = Math.Max(largest, Math.Abs((int)row[tag]));
        }
        return (tags, largest);
    }
}
