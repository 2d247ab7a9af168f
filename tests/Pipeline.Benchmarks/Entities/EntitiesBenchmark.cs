using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Articles.Entities;
using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Entities.Tagging.Network;
using Pipeline.Benchmarks.Entities.Npm;
using Pipeline.Benchmarks.Reporting;

namespace Pipeline.Benchmarks.Entities;

/// <summary>
/// <c>entities --in FILE.jsonl --out PRED.jsonl [--json FILE] [--models FOLDER] [--alone]</c>: {id, text} in, {id, entities:
/// [{start, end, type}]} out, types PER LOC ORG NORP DATE, from the recogniser that the pipeline runs; beside it the npm
/// libraries compromise and wink-nlp. Where the file has entities too, everyone is scored by them.
/// </summary>
internal static class EntitiesBenchmark
{
    /// <summary>The npm libraries are fifty times slower; they get the first documents of so many characters.</summary>
    private const int MostForNpm = 1_000_000;

    public static int Run(string input, string? output, FileInfo? json, string? models = null, bool alone = false)
    {
        var gold = JsonLines.Objects(input).Select(TypedSpan.Gold).ToList();
        var documents = JsonLines.Read(input).ToList();
        var recogniser = models is null ? new LocalEntityRecogniser() : new LocalEntityRecogniser(Models(models));
        var speed = LanguageSpeed.Measure(
            [.. documents.Select(document => document.Text)], text => _ = recogniser.Recognise(text, "en"));
        var found = documents.ConvertAll(document => recogniser.Recognise(document.Text, "en"));
        if (output is not null)
            JsonLines.Write(output, documents.Zip(found, Prediction));
        var table = new FigureTable($"entities: {documents.Count} documents");
        table.Add("wordsPerSecond", speed.WordsPerSecond, "words/s", "of processor time");
        table.Add("modelBytes", speed.ModelBytes, "bytes", "all models and lexicons of the assembly");
        table.Add("peakMemoryMiB", speed.PeakMemoryMiB, "MiB", "of this process");
        AddScores(table, "", gold, [.. found.Select(Spans)]);
        AddConfidence(table, gold, found);
        if (!alone)
            AddNpm(table, documents, gold);
        table.Print();
        table.WriteJson(json);
        return 0;
    }

    private static void AddScores(
        FigureTable table, string who, List<IReadOnlySet<TypedSpan>?> gold, IReadOnlyList<IReadOnlySet<TypedSpan>> found)
    {
        var scored = found.Zip(gold).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!)).ToList();
        if (scored.Count == 0)
            return;
        var all = SpanScores.Of(scored, SpanScores.Names);
        table.Add(Key(who, "f1"), 100 * all.F1, "%", $"PER LOC ORG, exact spans; precision {100 * all.Precision:F1}, recall {100 * all.Recall:F1}");
        foreach (var type in (string[])[.. SpanScores.Names, "NORP"])
        {
            var scores = SpanScores.Of(scored, type);
            table.Add(Key(who, "f1" + type), 100 * scores.F1, "%", $"{type}; precision {100 * scores.Precision:F1}, recall {100 * scores.Recall:F1}");
        }
    }

    private static void AddConfidence(FigureTable table, List<IReadOnlySet<TypedSpan>?> gold, List<IReadOnlyList<EntityMention>> found)
    {
        var judged = found.Zip(gold).Where(pair => pair.Second is not null).SelectMany(pair => pair.First
            .Where(mention => Type(mention) is "PER" or "LOC" or "ORG" or "NORP")
            .Select(mention => (mention.Confidence, pair.Second!.Contains(Span(mention))))).ToList();
        if (judged.Count > 0)
            table.Add("calibrationError", CalibrationError.Of(judged), "", "expected calibration error of names' confidence, ten ranges");
    }

    private static void AddNpm(FigureTable table, List<(string Id, string Text)> documents, List<IReadOnlySet<TypedSpan>?> gold)
    {
        var characters = 0;
        var some = documents.TakeWhile(document => (characters += document.Text.Length) <= MostForNpm).ToList();
        foreach (var library in NpmLibraries.Run(some))
        {
            var who = string.Concat(library.Name.Split('-').Select((part, i) => i == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
            table.Add(Key(who, "wordsPerSecond"), library.WordsPerSecond, "words/s", $"npm {library.Name} {library.Version}, of processor time, {some.Count} documents");
            AddScores(table, who, gold, library.Documents);
        }
    }

    private static string Key(string who, string figure) => who.Length == 0 ? figure : who + char.ToUpperInvariant(figure[0]) + figure[1..];

    private static TrainedNames Models(string folder)
    {
        using var network = Open("names-network.bin");
        using var first = Open("names-1.bin");
        using var second = Open("names-2.bin");
        return new TrainedNames(NameNetwork.Read(network, WordVectorTable.Default), TaggerModel.Read(first), TaggerModel.Read(second));

        BinaryReader Open(string name) => ModelFile.Open(File.OpenRead(Path.Combine(folder, name)));
    }

    private static JsonObject Prediction((string Id, string Text) document, IReadOnlyList<EntityMention> mentions) => new()
    {
        ["id"] = document.Id,
        ["entities"] = new JsonArray(
        [
            .. mentions.Where(mention => Type(mention) is not null).Select(Span)
                .Select(span => new JsonObject { ["start"] = span.Start, ["end"] = span.End, ["type"] = span.Type }),
        ]),
    };

    private static IReadOnlySet<TypedSpan> Spans(IReadOnlyList<EntityMention> mentions) =>
        mentions.Where(mention => Type(mention) is not null).Select(Span).ToHashSet();

    private static TypedSpan Span(EntityMention mention) => new(mention.Offset, mention.Offset + mention.Length, Type(mention) ?? "");

    private static string? Type(EntityMention mention) => mention.Category switch
    {
        EntityCategory.Person => "PER",
        EntityCategory.Location => "LOC",
        EntityCategory.Organization => "ORG",
        EntityCategory.PersonType => "NORP",
        EntityCategory.DateTime when mention.Subcategory is "Date" or "DateRange" => "DATE",
        _ => null,
    };
}
