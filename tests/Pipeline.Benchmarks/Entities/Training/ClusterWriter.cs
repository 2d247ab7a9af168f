using System.Globalization;
using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>Packs word-clusters.txt into the file that <see cref="WordClusters"/> reads.</summary>
internal static class ClusterWriter
{
    public static void Write(string source, string target, int most)
    {
        var words = new SortedDictionary<uint, (byte Coarse, byte Middle, ushort Fine, byte Rarity)>();
        foreach (var (place, line) in File.ReadLines(source).Take(most).Index())
        {
            var parts = line.Split(' ');
            if (parts.Length == 4)
                words.TryAdd(FeatureHash.Lower(parts[0]), ((byte)Number(parts[1]), (byte)Number(parts[2]), (ushort)Number(parts[3]), Rarity(place)));
        }
        using var writer = new BinaryWriter(File.Create(target));
        writer.Write(words.Count);
        foreach (var hash in words.Keys)
            writer.Write(hash);
        foreach (var cluster in words.Values)
            writer.Write(cluster.Coarse);
        foreach (var cluster in words.Values)
            writer.Write(cluster.Middle);
        foreach (var cluster in words.Values)
            writer.Write(cluster.Fine);
        foreach (var cluster in words.Values)
            writer.Write(cluster.Rarity);
    }

    /// <summary>The list is ordered by frequency.</summary>
    private static byte Rarity(int place) => (byte)Math.Round(Math.Log(place + 1) * WordClusters.RarityScale);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
