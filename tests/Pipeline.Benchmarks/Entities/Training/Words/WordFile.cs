using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Benchmarks.Entities.Training.Words;

/// <summary>Writes the file that <see cref="WordClusters"/> reads.</summary>
internal static class WordFile
{
    /// <param name="words">By frequency.</param>
    /// <param name="fine">Of each word its fine cluster, less than 1024.</param>
    /// <param name="middle">Of each fine cluster its middle one.</param>
    /// <param name="coarse">Of each fine cluster its coarse one.</param>
    /// <param name="priors">Of each word its prior, less than 64.</param>
    public static void Write(string file, IReadOnlyList<string> words, int[] fine, int[] middle, int[] coarse, int[] priors)
    {
        var sorted = new SortedDictionary<uint, int>();
        for (var place = 0; place < words.Count; place++)
            sorted.TryAdd(FeatureHash.Lower(words[place]) >> WordClusters.HashShift, place);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write((ushort)middle.Length);
        foreach (var cluster in middle)
            writer.Write((byte)cluster);
        foreach (var cluster in coarse)
            writer.Write((byte)cluster);
        writer.Write(sorted.Count);
        var last = 0u;
        foreach (var hash in sorted.Keys)
        {
            writer.Write7BitEncodedInt64(hash - last);
            last = hash;
        }
        foreach (var place in sorted.Values)
            writer.Write((ushort)((fine[place] << 6) | priors[place]));

        // The list is ordered by frequency.
        foreach (var place in sorted.Values)
            writer.Write((byte)Math.Round(Math.Log(place + 1) * WordClusters.RarityScale));
        writer.Flush();
        PackedFile.Write(file, stream.ToArray());
    }
}
