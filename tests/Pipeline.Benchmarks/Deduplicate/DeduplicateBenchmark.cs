using System.Globalization;
using Pipeline.Benchmarks.Deduplicate.Families;
using Pipeline.Benchmarks.Deduplicate.Races;
using Pipeline.Benchmarks.Reporting;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Benchmarks.Deduplicate;

/// <summary>The command "deduplicate": clusters of a file, races, request units, speed, template families.</summary>
internal static class DeduplicateBenchmark
{
    /// <summary>Articles judged of each kind when request units are counted.</summary>
    private const int Samples = 100;

    /// <returns>0, or 1 when a race lost an article, left references in a circle, elected a wrong article or answered a redelivery otherwise.</returns>
    public static async Task<int> RunAsync(DeduplicateOptions options, CancellationToken cancellationToken)
    {
        var figures = new FigureTable("Near copies");
        if (options is { In: { } input, Out: { } output })
            await ClustersAsync(figures, input, output, options.Clean, cancellationToken);
        foreach (var indexed in options.Indexed)
            await ChargesAsync(figures, indexed, indexed == options.Indexed[0], cancellationToken);
        if (options.Speed)
            Speed(figures);
        if (options.Families)
            await FamiliesAsync(figures, options.Seed, cancellationToken);
        if (options.Replay is { } race)
            Console.WriteLine(await RaceSimulation.ReplayAsync(race, options.Seed, Conditions(options), Console.WriteLine));
        var sound = options.Races == 0 || await RacesAsync(figures, options, cancellationToken);
        figures.Print();
        figures.WriteJson(options.Json);
        return sound ? 0 : 1;
    }

    private static async Task ClustersAsync(
        FigureTable figures, FileInfo input, FileInfo output, bool clean, CancellationToken cancellationToken)
    {
        var deduplicator = DeduplicatorFactory.Over(new InMemoryFingerprintStore());
        var (documents, seconds) = await ClusterRun.RunAsync(deduplicator, input, output, clean, cancellationToken);
        figures.Add("documents", documents, "", "lines judged in their order");
        figures.Add("judgedPerSecond", documents / Math.Max(1e-9, seconds), "/s", clean ? "cleaning included" : "index in memory");
    }

    private static async Task ChargesAsync(FigureTable figures, int indexed, bool first, CancellationToken cancellationToken)
    {
        var charges = await ChargeRun.RunAsync(indexed, Samples, cancellationToken);
        // The first size gives the plain names; the others say their size.
        var suffix = first ? "" : indexed.ToString(CultureInfo.InvariantCulture);
        var meaning = $"per article of 5 KB, {indexed.ToString("N0", CultureInfo.InvariantCulture)} in the index";
        Add("", charges.Plain, meaning);
        Add("WithUrl", charges.WithUrl, meaning + ", each with a URL of its own");

        void Add(string kind, KindCharges units, string text)
        {
            figures.Add("ruNew" + kind + suffix, units.New, "RU", text);
            figures.Add("ruNear" + kind + suffix, units.Near, "RU", text);
            figures.Add("ruExact" + kind + suffix, units.Exact, "RU", text);
            figures.Add("ruRedelivered" + kind + suffix, units.Redelivered, "RU", text);
        }
    }

    private static void Speed(FigureTable figures)
    {
        var (fast, plain) = SpeedRun.Run();
        figures.Add("docsPerSecond", fast, "/s", "fold, content hash and sketch of 5 KB, per second of CPU");
        figures.Add("docsPerSecondPlain", plain, "/s", "the same written down plainly");
    }

    private static async Task FamiliesAsync(FigureTable figures, int seed, CancellationToken cancellationToken)
    {
        var (wronglyJoined, found) = await FamilyRun.RunAsync(seed, cancellationToken);
        figures.Add("familiesWronglyJoined", wronglyJoined, "", "share of reports of one form that were joined");
        figures.Add("familyCopiesFound", found, "", "share of real copies of them that were found");
    }

    private static RaceConditions Conditions(DeduplicateOptions options) => options.Stress ? RaceConditions.Stress : RaceConditions.Usual;

    private static async Task<bool> RacesAsync(FigureTable figures, DeduplicateOptions options, CancellationToken cancellationToken)
    {
        await using var databases = new RaceDatabases();
        var outcome = await RaceSimulation.RunAsync(
            options.Races, options.Seed, options.RacesInMemory ? RaceSimulation.InMemory : databases.OpenAsync, Conditions(options), cancellationToken);
        figures.Add("races", outcome.Races, "", options.RacesInMemory ? "of two to four copies of one story, in memory" : "of two to four copies of one story, through the SDK");
        figures.Add("raceCrashes", outcome.Crashes, "", "simulated, before or after an operation");
        figures.Add("raceSplitShare", outcome.SplitShare, "", "pairs of copies in two clusters");
        figures.Add("raceSplitShareInSequence", outcome.SplitShareInSequence, "", "the same, one after the other");
        figures.Add("raceLost", outcome.Lost, "", "articles without a verdict");
        figures.Add("raceCircular", outcome.Circular, "", "articles whose references lead in a circle");
        figures.Add("raceWrongCanonical", outcome.WrongCanonical, "", "clusters whose canonical article is not the earliest");
        figures.Add("raceChanged", outcome.Changed, "", "redeliveries answered otherwise");
        foreach (var race in outcome.Unsound)
            Console.WriteLine($"To see what went wrong: deduplicate --seed {options.Seed} --replay {race}{(options.Stress ? " --stress" : "")}");
        return outcome.IsSound;
    }
}
