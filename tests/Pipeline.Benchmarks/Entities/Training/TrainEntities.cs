using System.Diagnostics;
using System.Globalization;
using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>
/// <c>train-entities --data FOLDER --out FOLDER [--without-gmb]</c>: FOLDER holds the files of <see cref="CorpusFile"/>.
/// The same input gives the same bytes, on any number of cores.
/// </summary>
internal static class TrainEntities
{
    private const float DropBelow = 0.08f;

    private static readonly CrfOptions Options = new();

    // documents to features and tags -> first stage learnt on all of them: names-1.bin
    //                                -> learnt on each half to tag the other (jackknife), so that the second stage
    //                                   sees the first as wrong as it will be on new text
    // documents again, with the first stage's tags -> learnt on one half, judged on the other: confidence
    //                                              -> second stage learnt on all of them: names-2.bin
    public static int Run(string data, string output, bool withoutGmb)
    {
        var watch = Stopwatch.StartNew();
        var files = CorpusFile.All.Where(file => !withoutGmb || !file.IsSilver).ToList();
        var corpus = Read(data, files, null, watch);
        WriteModel(corpus, Path.Combine(output, "names-1.bin"), watch);
        var tags = new byte[corpus.Features.Tokens];
        Parallel.For(0, TrainingCorpus.Folds, fold =>
            Learn(corpus, fold).Tag(corpus.Sentences.Where(sentence => sentence.Fold == fold), tags));
        Log(watch, "jackknife");
        corpus = Read(data, files, tags, watch);
        WriteModel(corpus, Path.Combine(output, "names-2.bin"), watch);
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

    /// <summary>A model of all documents but those of a fold.</summary>
    private static CrfTrainer Learn(TrainingCorpus corpus, int fold)
    {
        var trainer = new CrfTrainer(corpus.Features, Options);
        trainer.Train([.. corpus.Sentences.Where(sentence => sentence.Fold != fold)]);
        return trainer;
    }

    private static void WriteModel(TrainingCorpus corpus, string file, Stopwatch watch)
    {
        var confidence = Confidence(corpus);
        var (weights, transitions) = Average(corpus);
        var model = ModelWriter.Write(corpus.Features.Hashes, weights, transitions, confidence, DropBelow);
        File.WriteAllBytes(file, model);
        Log(watch, $"{Path.GetFileName(file)}: {model.Length} bytes");
    }

    /// <summary>Fitted on names in newswire that was annotated by people, by a model that had not seen it.</summary>
    private static NameConfidence Confidence(TrainingCorpus corpus)
    {
        var unseen = Learn(corpus, 0).Judge(corpus.Sentences.Where(sentence => sentence is { Fold: 0, IsPlainGold: true })).ToList();
        var confidence = Calibration.Fit(unseen);
        var before = CalibrationError.Of(unseen.Select(name => (name.Probability, name.IsRight)));
        var after = CalibrationError.Of(unseen.Select(name => (confidence.Of(name.Type, name.Probability), name.IsRight)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{unseen.Count} unseen names: expected calibration error {before:F4} before, {after:F4} after"));
        return confidence;
    }

    /// <summary>
    /// Means of the weights of several models. Scores are sums of weights, so this is their committee (a product of experts),
    /// at the cost of one.
    /// </summary>
    private static (float[] Weights, float[] Transitions) Average(TrainingCorpus corpus)
    {
        var models = new CrfTrainer[Options.Models];
        Parallel.For(0, models.Length, i =>
        {
            models[i] = new CrfTrainer(corpus.Features, Options with { Seed = Options.Seed + i });
            models[i].Train(corpus.Sentences);
        });
        var (weights, transitions) = (new float[models[0].Weights.Length], new float[models[0].Transitions.Length]);
        foreach (var model in models)
        {
            for (var i = 0; i < weights.Length; i++)
                weights[i] += model.Weights[i] / models.Length;
            for (var i = 0; i < transitions.Length; i++)
                transitions[i] += model.Transitions[i] / models.Length;
        }
        return (weights, transitions);
    }

    private static void Log(Stopwatch watch, string message) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,6:F0} s  {message}"));
}
