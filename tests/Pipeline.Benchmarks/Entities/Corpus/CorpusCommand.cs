using System.CommandLine;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Pipeline.Benchmarks.Entities.Corpus;

/// <summary>
/// <c>corpus export</c> for programs and blind annotators, <c>corpus spans</c> to keep a pass, <c>corpus agreement</c> to compare two.
/// </summary>
internal static class CorpusCommand
{
    private static string Pass(string name) => Path.Combine(Path.GetDirectoryName(CorpusArticles.DefaultFolder)!, name);

    public static Command Create(Option<FileInfo?> json) => new("corpus", "The corpus of articles with names marked.")
    {
        Export(), Spans(), Agreed(json),
    };

    private static Command Export()
    {
        var output = new Option<string>("--out") { Description = "Where to write lines of {id, text, entities}.", Required = true };
        var blind = new Option<bool>("--blind") { Description = "Leave the entities out, for a second pass." };
        var sample = new Option<int?>("--sample") { Description = "So many articles by chance; without it, all." };
        var seed = new Option<int>("--seed") { Description = "Of the chance.", DefaultValueFactory = _ => 1 };
        var command = new Command("export", "Write the articles as JSON lines.") { output, blind, sample, seed };
        command.SetAction(parsed =>
        {
            var articles = CorpusArticles.Read().ToArray();
            var count = parsed.GetValue(sample) ?? articles.Length;
            if (count < articles.Length)
                new Random(parsed.GetValue(seed)).Shuffle(articles);
            JsonLines.Write(parsed.GetRequiredValue(output), articles.Take(count).Select(article => Line(article, parsed.GetValue(blind))));
        });
        return command;
    }

    private static Command Spans()
    {
        var input = new Option<string>("--in") { Description = "A folder of marked articles.", Required = true };
        var output = new Option<string>("--out") { Description = "Where to write the table of spans.", Required = true };
        var only = new Option<string?>("--only") { Description = "Another folder of marked articles: leave out what it has not." };
        var command = new Command("spans", "Keep the names of a pass as a table of offsets.") { input, output, only };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(only) is { } folder ? CorpusArticles.Read(folder).Select(article => article.Id).ToHashSet() : null;
            SpanTable.Write(
                parsed.GetRequiredValue(output),
                CorpusArticles.Read(parsed.GetRequiredValue(input)).Where(article => wanted?.Contains(article.Id) ?? true)
                    .OrderBy(article => article.Id, StringComparer.Ordinal));
        });
        return command;
    }

    private static Command Agreed(Option<FileInfo?> json)
    {
        var first = new Option<string>("--first") { Description = "A table of spans.", DefaultValueFactory = _ => Pass("first-pass.tsv") };
        var second = new Option<string>("--second") { Description = "Another.", DefaultValueFactory = _ => Pass("second-pass.tsv") };
        var list = new Option<bool>("--list") { Description = "List each name on which they differ." };
        var command = new Command("agreement", "Compare two passes over the same articles by exact spans.") { first, second, list };
        command.SetAction(parsed =>
        {
            var corpus = CorpusArticles.Read();
            var (ours, theirs) = (SpanTable.Read(parsed.GetRequiredValue(first), corpus), SpanTable.Read(parsed.GetRequiredValue(second), corpus));
            var table = new Table().AddColumns("type", "first", "second", "both", "F1");
            var rows = Agreement.Between(ours, theirs);
            foreach (var row in rows)
                table.AddRow(row.Type, $"{row.First}", $"{row.Second}", $"{row.Both}", $"{100 * row.F1:F1}");
            AnsiConsole.WriteLine($"{ours.Count} articles");
            AnsiConsole.Write(table);
            if (parsed.GetValue(list))
            {
                foreach (var (id, span, isFirst, name) in Agreement.Differences(ours, theirs))
                    Console.WriteLine($"{id}\t{(isFirst ? "first" : "second")}\t{span.Type}\t{span.Start}\t{name}");
            }
            Reporting.FlatJson.Write(parsed.GetValue(json), rows.ToDictionary(row => row.Type + "F1", row => row.F1));
        });
        return command;
    }

    private static JsonObject Line(CorpusArticle article, bool blind)
    {
        var line = new JsonObject { ["id"] = article.Id, ["text"] = article.Text };
        if (!blind)
        {
            line["entities"] = new JsonArray(
                [.. article.Spans.Select(span => new JsonObject { ["start"] = span.Start, ["end"] = span.End, ["type"] = span.Type })]);
        }
        return line;
    }
}
