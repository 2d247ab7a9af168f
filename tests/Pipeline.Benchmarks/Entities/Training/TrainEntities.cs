using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>
/// <c>train-entities --data FOLDER --out FOLDER [--without-gmb]</c>: FOLDER holds the files of <see cref="CorpusFile"/>.
/// The same input gives the same bytes.
/// </summary>
internal static class TrainEntities
{
    private const int Epochs = 6;
    private const float L1 = 0.6f;
    private const float DropBelow = 0.08f;

    // clusters packed -> documents to features and tags -> frequent features numbered -> weights learnt -> model written
    public static int Run(string data, string output, bool withoutGmb)
    {
        var watch = Stopwatch.StartNew();
        var corpus = new TrainingCorpus();
        foreach (var file in CorpusFile.All.Where(file => !withoutGmb || !file.Name.StartsWith("gmb", StringComparison.Ordinal)))
            corpus.Add(data, file);
        corpus.Features.Index();
        Log(watch, $"{corpus.Sentences.Count} sentences, {corpus.Features.Tokens} tokens, {corpus.Features.Hashes.Length} features");
        var trainer = new CrfTrainer(corpus.Features, L1);
        trainer.Train(corpus.Sentences, Epochs);
        var model = ModelWriter.Write(corpus.Features.Hashes, trainer.Weights, trainer.Transitions, DropBelow);
        File.WriteAllBytes(Path.Combine(output, "names.bin"), model);
        Log(watch, $"names.bin: {model.Length} bytes");
        return 0;
    }

    private static void Log(Stopwatch watch, string message) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,6:F0} s  {message}"));
}
