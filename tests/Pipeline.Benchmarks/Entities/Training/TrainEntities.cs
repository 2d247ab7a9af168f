using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>
/// <c>train-entities --data FOLDER --out FOLDER [--without-gmb]</c>: FOLDER holds the files of <see cref="CorpusFile"/>.
/// The same input gives the same bytes.
/// </summary>
internal static class TrainEntities
{
    private static readonly CrfOptions Options = new();

    private const float DropBelow = 0.08f;

    // documents to features and tags -> first stage learnt on all of them: names-1.bin
    //                                -> learnt on each half to tag the other (jackknife), so that the second stage
    //                                   sees the first as wrong as it will be on new text
    // documents again, with the first stage's tags -> second stage learnt on all of them: names-2.bin
    public static int Run(string data, string output, bool withoutGmb)
    {
        var watch = Stopwatch.StartNew();
        var files = CorpusFile.All.Where(file => !withoutGmb || !file.Name.StartsWith("gmb", StringComparison.Ordinal)).ToList();
        var corpus = Read(data, files, null, watch);
        WriteModel(Learn(corpus, corpus.Sentences), corpus, Path.Combine(output, "names-1.bin"), watch);
        var tags = new byte[corpus.Features.Tokens];
        for (var fold = 0; fold < TrainingCorpus.Folds; fold++)
        {
            Log(watch, $"jackknife, part {fold + 1}");
            Learn(corpus, [.. corpus.Sentences.Where(sentence => sentence.Fold != fold)])
                .Tag(corpus.Sentences.Where(sentence => sentence.Fold == fold), tags);
        }
        corpus = Read(data, files, tags, watch);
        WriteModel(Learn(corpus, corpus.Sentences), corpus, Path.Combine(output, "names-2.bin"), watch);
        return 0;
    }

    private static TrainingCorpus Read(string data, List<CorpusFile> files, byte[]? firstTags, Stopwatch watch)
    {
        var corpus = new TrainingCorpus(firstTags);
        foreach (var file in files)
            corpus.Add(data, file);
        corpus.Features.Index();
        Log(watch, $"{corpus.Sentences.Count} sentences, {corpus.Features.Tokens} tokens, {corpus.Features.Hashes.Length} features");
        return corpus;
    }

    private static CrfTrainer Learn(TrainingCorpus corpus, IReadOnlyList<TrainingSentence> sentences)
    {
        var trainer = new CrfTrainer(corpus.Features, Options);
        trainer.Train(sentences);
        return trainer;
    }

    private static void WriteModel(CrfTrainer trainer, TrainingCorpus corpus, string file, Stopwatch watch)
    {
        var model = ModelWriter.Write(corpus.Features.Hashes, trainer.Weights, trainer.Transitions, DropBelow);
        File.WriteAllBytes(file, model);
        Log(watch, $"{Path.GetFileName(file)}: {model.Length} bytes");
    }

    private static void Log(Stopwatch watch, string message) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,6:F0} s  {message}"));
}
