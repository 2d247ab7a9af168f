using System.CommandLine;
using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Languages;
using Pipeline.Benchmarks.Clean;
using Pipeline.Benchmarks.Cosmos;
using Pipeline.Benchmarks.Cost;
using Pipeline.Benchmarks.Deduplicate;
using Pipeline.Benchmarks.Entities;
using Pipeline.Benchmarks.Entities.Corpus;
using Pipeline.Benchmarks.KeyPhrases;
using Pipeline.Benchmarks.Languages;
using Pipeline.Benchmarks.Throughput;

namespace Pipeline.Benchmarks;

/// <summary>One command for each measurement. Each prints a readable table; --json writes the same figures for a machine.</summary>
internal static class BenchmarkCommands
{
    private static readonly Option<FileInfo?> Json = new("--json")
    {
        Description = "Also write the figures to this file, as one flat JSON object.",
        Recursive = true,
    };

    public static RootCommand Create() => new("Measures the article pipeline, and trains its models. Build with -c Release.")
    {
        Json, Throughput(), Cosmos(), Clean(), Entities(), KeyPhrases(), LanguagesOf(), DeduplicateCommand.Create(Json), Cost(),
        TrainingCommands.Cleaning(), TrainingCommands.Entities(), TrainingCommands.Speech(), TrainingCommands.Languages(), TrainingCommands.Words(), TrainingCommands.Vectors(),
        CorpusCommand.Create(Json),
    };

    private static Command LanguagesOf()
    {
        var input = new Option<string>("--in") { Description = "Texts with their languages, {lang, text} a line.", Required = true };
        var command = new Command("languages", "How often the language identifier is right, on stretches of 50, 100 and 200 characters and on whole texts.") { input };
        command.SetAction(parsed => LanguagesBenchmark.Run(parsed.GetRequiredValue(input)));
        return command;
    }

    private static Command Throughput()
    {
        var articles = new Option<int>("--articles") { Description = "How many.", DefaultValueFactory = _ => 2000 };
        var operations = new Option<FileInfo?>("--operations")
        {
            Description = "Also write what one article asked of the services to this file: the input of 'cost' (--measured).",
        };
        var command = new Command("throughput", "The whole chain on Azurite and LocalCosmos, beside the same operations bare.") { articles, operations };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (figures, measured) = await ThroughputBenchmark.RunAsync(parsed.GetValue(articles), cancellationToken);
            figures.Print();
            figures.WriteJson(parsed.GetValue(Json));
            if (parsed.GetValue(operations) is { } file)
            {
                measured.Write(file);
            }
        });
        return command;
    }

    private static Command Cosmos()
    {
        var command = new Command("cosmos", "LocalCosmos through the real SDK: operations a second, memory with 50,000 documents.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var figures = await CosmosBenchmark.RunAsync(new CosmosBenchmarkOptions(), cancellationToken);
            CosmosBenchmark.Print(figures, Console.Out);
            Reporting.FlatJson.Write(parsed.GetValue(Json), figures);
        });
        return command;
    }

    private static Command Clean()
    {
        var (input, output) = (In("A folder of .html, .txt and .md files, plain or .gz, in UTF-8."), Out("Where to write what was found, as JSON."));
        var sites = new Option<bool>("--site-memory") { Description = "Clean each page with what the pages before it showed of its site." };
        var compare = new Option<bool>("--compare") { Description = "Also measure @mozilla/readability on linkedom over the same pages; needs Node.js." };
        var command = new Command("clean", "The cleaner over a folder of pages, warm.") { input, output, sites, compare };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new CleanBenchmarkOptions(parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), parsed.GetValue(sites), parsed.GetValue(compare));
            try
            {
                var figures = await CleanBenchmark.RunAsync(new ArticleCleaner(LanguageIdentifier.Default), options, Console.Out, cancellationToken);
                Reporting.FlatJson.Write(parsed.GetValue(Json), figures.ToJson());
                return 0;
            }
            catch (Exception exception) when (exception is InvalidOperationException or IOException or InvalidDataException or UnauthorizedAccessException or Local.Azurite.NodeMissingException)
            {
                await Console.Error.WriteLineAsync(exception.Message);
                return 2;
            }
        });
        return command;
    }

    private static Command Entities()
    {
        var (input, output) = (In("Lines of {id, text}."), Out("Where to write lines of {id, entities}."));
        var models = new Option<string?>("--models") { Description = "A folder with other name models than those that ship." };
        var alone = new Option<bool>("--alone") { Description = "Without the npm libraries beside it." };
        var command = new Command("entities", "The entity recogniser over a file of texts, beside npm libraries.") { input, output, models, alone };
        command.SetAction(parsed => EntitiesBenchmark.Run(
            parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), parsed.GetValue(Json), parsed.GetValue(models), parsed.GetValue(alone)));
        return command;
    }

    private static Command KeyPhrases()
    {
        var (input, output) = (In("Lines of {id, text}."), Out("Where to write lines of {id, keys}."));
        var command = new Command("keyphrases", "The key phrase extractor over a file of texts.") { input, output };
        command.SetAction(parsed => KeyPhrasesBenchmark.Run(
            parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), parsed.GetValue(Json)?.FullName));
        return command;
    }

    private static Command Cost()
    {
        var measured = new Option<FileInfo>("--measured") { Description = "Operations of an article, as JSON.", DefaultValueFactory = _ => CostBenchmark.DefaultMeasured };
        var prices = new Option<FileInfo>("--prices") { Description = "Prices, limits and assumptions, as JSON.", DefaultValueFactory = _ => CostBenchmark.DefaultPrices };
        var command = new Command("cost", "What a million articles cost, and how far the pipeline scales; calculated.") { measured, prices };
        command.SetAction(parsed =>
        {
            var figures = CostBenchmark.Run(parsed.GetRequiredValue(measured), parsed.GetRequiredValue(prices));
            figures.Print();
            figures.WriteJson(parsed.GetValue(Json));
        });
        return command;
    }

    private static Option<string> In(string description) => new("--in") { Description = description, Required = true };

    private static Option<string> Out(string description) => new("--out") { Description = description, Required = true };
}
