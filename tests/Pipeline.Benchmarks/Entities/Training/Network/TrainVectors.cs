using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Entities.Tagging.Network;
using Pipeline.Articles.Networks;
using Pipeline.Benchmarks.Entities.Training.Words;

namespace Pipeline.Benchmarks.Entities.Training.Network;

/// <summary>
/// <c>train-vectors --vectors FILE --data FOLDER --out FOLDER</c>: short vectors of the words of words.bin, into the file that
/// <see cref="WordVectorTable"/> reads. The same input gives the same bytes.
/// </summary>
internal static class TrainVectors
{
    private const int MostWords = 200_000;
    private const int Rounds = 12;
    private const int Size = NetworkShape.Vector;
    private const int PartSize = WordVectorTable.PartSize;
    private const int Seed = 20261128;

    /// <summary>Enough for the matrix; its network is thrown away.</summary>
    private const int Epochs = 2;

    // vectors of words -> a network learns names from them through a matrix -> vectors times that matrix: short ones
    //                  -> of each part of a frequent word's the nearest of 256 centres; of the others their cluster's mean
    public static int Run(string vectorFile, string data, string output)
    {
        var vectors = WordVectors.Read(vectorFile, MostWords);
        var input = Learn(vectors, data);
        var clusters = WordClusters.Default;
        var places = new int[vectors.Words.Count];
        var owner = new int[clusters.Count];
        Array.Fill(owner, -1);
        var shorter = new float[vectors.Words.Count * Size];
        for (var word = 0; word < places.Length; word++)
        {
            input.Project(word, shorter.AsSpan(word * Size, Size));
            places[word] = clusters.Place(FeatureHash.Lower(vectors.Words[word]));

            // Two words of one hash: the more used one has it.
            if (places[word] >= 0 && owner[places[word]] < 0)
                owner[places[word]] = word;
        }
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        SignedBytes.Write(writer, Means(shorter, places, clusters));
        var own = Enumerable.Range(0, clusters.Count).Where(place => clusters.RarityAt(place) <= WordVectorTable.RarestOwn).Select(place => owner[place]).ToArray();
        WriteCodes(writer, shorter, own);
        writer.Flush();
        Console.WriteLine($"{own.Length} words with vectors of their own, {PackedFile.Write(Path.Combine(output, "vectors.bin"), stream.ToArray())} bytes");
        return 0;
    }

    private static ProjectedInput Learn(WordVectors vectors, string data)
    {
        var corpus = new TrainingCorpus();

        // Not from this repository's own articles: these may change without the vectors being made again.
        foreach (var file in CorpusFile.All.Where(file => !file.IsOwn))
            corpus.Add(data, file);
        var trainer = new NetworkTrainer(corpus.Network, random => new ProjectedInput(vectors, random), new NetworkOptions { Epochs = Epochs, Seed = Seed });
        return (ProjectedInput)trainer.Train(corpus.Sentences, "vectors").Words;
    }

    private static float[] Means(float[] shorter, int[] places, WordClusters clusters)
    {
        var (means, counts) = (new float[WordVectorTable.Clusters * Size], new int[WordVectorTable.Clusters]);
        for (var word = 0; word < places.Length; word++)
        {
            if (places[word] < 0)
                continue;
            var cluster = clusters.FineAt(places[word]);
            counts[cluster]++;
            DenseMath.AddScaled(1, shorter.AsSpan(word * Size, Size), means.AsSpan(cluster * Size, Size));
        }
        for (var i = 0; i < means.Length; i++)
            means[i] /= Math.Max(1, counts[i / Size]);
        return means;
    }

    private static void WriteCodes(BinaryWriter writer, float[] shorter, int[] words)
    {
        var codes = new byte[words.Length * WordVectorTable.Parts];
        var centres = new List<float>();
        for (var part = 0; part < WordVectorTable.Parts; part++)
        {
            var points = new float[words.Length * PartSize];
            for (var i = 0; i < words.Length; i++)
                shorter.AsSpan((words[i] * Size) + (part * PartSize), PartSize).CopyTo(points.AsSpan(i * PartSize));
            var (nearest, middles) = Quantiser.Run(points, PartSize, WordVectorTable.Centres, Rounds, Seed + part);
            centres.AddRange(middles);
            for (var i = 0; i < words.Length; i++)
                codes[(i * WordVectorTable.Parts) + part] = (byte)nearest[i];
        }
        SignedBytes.Write(writer, [.. centres]);
        writer.Write(codes.Length);
        writer.Write(codes);
    }
}
