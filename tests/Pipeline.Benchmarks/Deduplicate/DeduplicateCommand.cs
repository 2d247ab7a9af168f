using System.CommandLine;

namespace Pipeline.Benchmarks.Deduplicate;

/// <summary>The command line of "deduplicate".</summary>
internal static class DeduplicateCommand
{
    public static Command Create(Option<FileInfo?> json)
    {
        var input = new Option<FileInfo?>("--in") { Description = "Lines of {id, title, text}, judged in their order." };
        var output = new Option<FileInfo?>("--out") { Description = "Where to write lines of {id, cluster}." };
        var clean = new Option<bool>("--clean") { Description = "Pass each text through the cleaner first." };
        var races = new Option<int>("--races") { Description = "Let copies race so many times, through the SDK on LocalCosmos." };
        var racesInMemory = new Option<bool>("--races-in-memory") { Description = "The races on a store in memory." };
        var stress = new Option<bool>("--stress") { Description = "The races with every message delivered twice and a crash in one operation of twenty." };
        var replay = new Option<int?>("--replay") { Description = "Run race number N of the seed again, in memory, and print each operation." };
        var seed = new Option<int>("--seed") { Description = "Of the races and the families.", DefaultValueFactory = _ => 1 };
        var indexed = new Option<int[]>("--indexed")
        {
            Description = "Count request units with so many articles in the index; may be repeated.",
            AllowMultipleArgumentsPerToken = true,
        };
        var speed = new Option<bool>("--speed") { Description = "Measure folding, hashing and sketching." };
        var families = new Option<bool>("--families") { Description = "Judge generated reports of one form each." };
        var command = new Command("deduplicate", "Near copies: clusters of a file, races, request units, speed, template families.")
        {
            input, output, clean, races, racesInMemory, stress, replay, seed, indexed, speed, families,
        };
        command.SetAction((parsed, cancellationToken) => DeduplicateBenchmark.RunAsync(
            new DeduplicateOptions
            {
                In = parsed.GetValue(input),
                Out = parsed.GetValue(output),
                Clean = parsed.GetValue(clean),
                Races = parsed.GetValue(races),
                RacesInMemory = parsed.GetValue(racesInMemory),
                Stress = parsed.GetValue(stress),
                Replay = parsed.GetValue(replay),
                Seed = parsed.GetValue(seed),
                Indexed = parsed.GetValue(indexed) ?? [],
                Speed = parsed.GetValue(speed),
                Families = parsed.GetValue(families),
                Json = parsed.GetValue(json),
            },
            cancellationToken));
        return command;
    }
}
