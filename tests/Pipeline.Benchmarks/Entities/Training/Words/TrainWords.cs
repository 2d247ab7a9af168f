using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Benchmarks.Entities.Training.Words;

/// <summary>
/// <c>train-words --vectors FILE --data FOLDER --out FOLDER</c>: clusters of words, and what kind of name each tends to be
/// part of, into the file that <see cref="WordClusters"/> reads. The same input gives the same bytes.
/// </summary>
internal static class TrainWords
{
    private const int MostWords = 200_000;
    private const int Fine = 1024;
    private const int Middle = 256;
    private const int Coarse = 64;
    private const int Priors = 64;

    // vectors of words -> fine clusters -> clusters of their centres: middle -> of those: coarse
    // training texts   -> kinds of names that words are part of -> judged from vectors -> clusters of judgements
    public static int Run(string vectorFile, string data, string output)
    {
        var vectors = WordVectors.Read(vectorFile, MostWords);
        Console.WriteLine($"{vectors.Words.Count} vectors");
        var (fine, fineCentres) = KMeans.Run(vectors.Values, WordVectors.Size, Fine, 50_000, 12);
        var (middle, middleCentres) = KMeans.Run(fineCentres, WordVectors.Size, Middle, Fine, 20);
        var (coarse, _) = KMeans.Run(middleCentres, WordVectors.Size, Coarse, Middle, 20);
        Console.WriteLine("clusters");

        // Not from this repository's own articles: these may change without the words being made again.
        var kinds = WordKinds.Count(data, CorpusFile.All.Where(file => !file.IsOwn), vectors);
        var (priors, centres) = KMeans.Run(WordPriors.Judge(vectors, kinds), WordPriors.Kinds, Priors, 50_000, 30);
        Print(vectors, priors, centres);
        WordFile.Write(Path.Combine(output, "words.bin"), vectors.Words, fine, middle, [.. middle.Select(m => coarse[m])], priors);
        return 0;
    }

    private static void Print(WordVectors vectors, int[] priors, float[] centres)
    {
        for (var prior = 0; prior < Priors; prior++)
        {
            var words = Enumerable.Range(0, priors.Length).Where(word => priors[word] == prior).ToList();
            var kinds = string.Join(' ', Enumerable.Range(0, WordPriors.Kinds).Select(kind => $"{MathF.Pow(centres[(prior * WordPriors.Kinds) + kind], 2):F2}"));
            Console.WriteLine($"{prior,2}: {kinds} {words.Count,6} words: {string.Join(' ', words.Where(w => w % 97 < 20).Skip(5).Take(12).Select(word => vectors.Words[word]))}");
        }
    }
}
