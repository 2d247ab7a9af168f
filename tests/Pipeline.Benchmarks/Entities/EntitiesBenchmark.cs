using System.Text.Json.Nodes;
using Pipeline.Articles.Entities;
using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Benchmarks.Entities;

/// <summary>
/// <c>entities --in FILE.jsonl [--out PRED.jsonl] [--json FILE] [--models FOLDER]</c>: {id, text} in, {id, entities: [{start, end, type}]}
/// out, types PER LOC ORG NORP DATE, from the recogniser that the pipeline runs.
/// </summary>
internal static class EntitiesBenchmark
{
    public static int Run(string input, string? output, string? json, string? models = null)
    {
        var documents = JsonLines.Read(input).ToList();
        var recogniser = models is null
            ? new LocalEntityRecogniser()
            : new LocalEntityRecogniser(Models(models));
        var speed = LanguageSpeed.Measure(
            [.. documents.Select(document => document.Text)], text => _ = recogniser.Recognise(text, "en"));
        if (output is not null)
            JsonLines.Write(output, documents.Select(document => Prediction(document, recogniser.Recognise(document.Text, "en"))));
        return speed.Report("entities", documents.Count, json);
    }

    private static TrainedNames Models(string folder)
    {
        var second = Path.Combine(folder, "names-2.bin");
        return new TrainedNames(Read(Path.Combine(folder, "names-1.bin")), File.Exists(second) ? Read(second) : null);

        static TaggerModel Read(string file)
        {
            using var stream = File.OpenRead(file);
            return TaggerModel.Read(stream);
        }
    }

    private static JsonObject Prediction((string Id, string Text) document, IReadOnlyList<EntityMention> mentions) => new()
    {
        ["id"] = document.Id,
        ["entities"] = new JsonArray(
        [
            .. from mention in mentions
               let type = Type(mention)
               where type is not null
               select new JsonObject { ["start"] = mention.Offset, ["end"] = mention.Offset + mention.Length, ["type"] = type },
        ]),
    };

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
