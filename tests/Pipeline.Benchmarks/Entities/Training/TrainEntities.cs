using System.Diagnostics;
using System.Globalization;
using Pipeline.Articles.Entities.Tagging;
using Pipeline.Benchmarks.Entities.Training.Network;

namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>
/// <c>train-entities --data FOLDER --out FOLDER [--without-gmb]</c>: FOLDER holds the files of <see cref="CorpusFile"/>.
/// The same input gives the same bytes, on any number of cores.
/// </summary>
internal static class TrainEntities
{
    private const int Threads = 2;

    private static readonly CrfOptions Options = new();

    private static readonly NetworkOptions NetworkOptions = new();

    // documents to features and tags -> network learnt on all of them: names-network.bin
    //                                -> on each half, to score the other (jackknife), so that the stages see the network as
    //                                   wrong as it will be on new text
    // those and the features -> first stage learnt on all of them: names-1.bin
    //                        -> on each half, to tag the other
    // documents again, with the first stage's tags -> learnt on one half, judged on the other: confidence
    //                                              -> second stage learnt on all of them: names-2.bin
    public static int Run(string data, string output, bool withoutGmb)
    {
        var watch = Stopwatch.StartNew();
        var files = CorpusFile.All.Where(file => !withoutGmb || !file.IsSilver).ToList();
        var corpus = Read(data, files, null, watch);
        var network = LearnNetworks(corpus, Path.Combine(output, "names-network.bin"), watch);
        var tags = new byte[corpus.Features.Tokens];
        Learn(corpus, new Stage("names-1.bin", network, TrainedNames.NetworkInFirst), output, tags, watch);
        corpus = Read(data, files, tags, watch);
        Learn(corpus, new Stage("names-2.bin", network, TrainedNames.NetworkInSecond), output, null, watch);
        return 0;
    }

    /// <summary>Learns the models whose mean ships, and one on each half, which tags the other half and is judged by that.</summary>
    private static void Learn(TrainingCorpus corpus, Stage stage, string output, byte[]? tags, Stopwatch watch)
    {
        var folds = tags is null ? 1 : TrainingCorpus.Folds;
        var models = new CrfTrainer[Options.Models];
        NameConfidence? confidence = null;
        Parallel.For(0, folds + models.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads }, task =>
        {
            var (fold, model) = task < folds ? (task, 0) : (-1, task - folds);
            var trainer = new CrfTrainer(corpus.Features, stage.Network, stage.Share, Options with { Seed = Options.Seed + model });
            trainer.Train([.. corpus.Sentences.Where(sentence => sentence.Fold != fold)]);
            if (fold < 0)
                models[model] = trainer;
            else if (tags is not null)
                trainer.Tag(corpus.Sentences.Where(sentence => sentence.Fold == fold), tags);
            if (fold == 0)
                confidence = Confidence(corpus, trainer);
        });
        var (weights, transitions) = Average(models);
        var content = ModelWriter.Write(corpus.Features.Hashes, weights, transitions, confidence!);
        Log(watch, $"{stage.File}: {PackedFile.Write(Path.Combine(output, stage.File), content)} bytes");
    }

    /// <summary>Learns the network that ships and one on each half; gives what the latter say of the other half.</summary>
    private static NetworkScores LearnNetworks(TrainingCorpus corpus, string file, Stopwatch watch)
    {
        const int Width = TagSet.Width;
        var scores = new float[corpus.Features.Tokens * Width];
        var transitions = new float[TrainingCorpus.Folds][];
        Parallel.For(0, TrainingCorpus.Folds + 1, new ParallelOptions { MaxDegreeOfParallelism = Threads }, task =>
        {
            // The one on all of them first: it takes as long as the two others.
            var fold = task == 0 ? TrainingCorpus.Folds : task - 1;
            var trainer = new NetworkTrainer(corpus.Network, _ => new TableInput(), NetworkOptions with { Seed = NetworkOptions.Seed + fold });
            trainer.Train([.. corpus.Sentences.Where(sentence => sentence.Fold != fold)], $"network {fold + 1}");
            if (fold == TrainingCorpus.Folds)
            {
                Log(watch, $"{Path.GetFileName(file)}: {PackedFile.Write(file, trainer.Write())} bytes");
                return;
            }
            transitions[fold] = [.. trainer.Transitions];
            foreach (var sentence in corpus.Sentences.Where(sentence => sentence.Fold == fold))
                trainer.Score(sentence, scores.AsSpan(sentence.FirstToken * Width));
        });
        return new NetworkScores(scores, [.. Enumerable.Range(0, Width * Width).Select(i => transitions.Average(of => of[i]))]);
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

    /// <summary>Fitted on names in newswire that was annotated by people, by a model that had not seen it.</summary>
    private static NameConfidence Confidence(TrainingCorpus corpus, CrfTrainer halfway)
    {
        var sentences = corpus.Sentences.Where(sentence => sentence is { Fold: 0, IsPlainGold: true }).ToList();
        var unseen = halfway.Judge(sentences).ToList();
        var confidence = Calibration.Fit(unseen);
        var before = CalibrationError.Of(unseen.Select(name => (name.Probability, name.IsRight)));
        var after = CalibrationError.Of(unseen.Select(name => (confidence.Of(name.Type, name.Probability), name.IsRight)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{unseen.Count} unseen names: expected calibration error {before:F4} before, {after:F4} after"));
        for (var type = 0; type < TagSet.Types.Length; type++)
        {
            var marked = sentences.Sum(sentence => sentence.Tags.Count(tag => TagSet.TypeOf(tag) == type && TagSet.Opens(tag)));
            var found = unseen.Where(name => name.Type == type).ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{TagSet.Types[type]}: F1 {200.0 * found.Count(name => name.IsRight) / (found.Count + marked):F1} of {marked} unseen names"));
        }
        return confidence;
    }

    /// <summary>
    /// Means of the weights of several models. Scores are sums of weights, so this is their committee (a product of experts),
    /// at the cost of one.
    /// </summary>
    private static (float[] Weights, float[] Transitions) Average(CrfTrainer[] models)
    {
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

    /// <summary>What a stage stands on.</summary>
    private sealed record Stage(string File, NetworkScores Network, float Share);
}
