using System.Text.Json;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Metadata;

namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>Reads pages and their gold articles from a folder that holds a folder per set.</summary>
internal static class TrainingData
{
    /// <param name="folder">Holds SET/gold.json and SET/KIND/ID.*.gz.</param>
    /// <param name="kinds">"html", or the folders of text variants.</param>
    public static List<TrainingPage> Read(string folder, params ReadOnlySpan<string> kinds)
    {
        var pages = new List<TrainingPage>();
        foreach (var set in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            using var gold = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(set, "gold.json")));
            foreach (var kind in kinds)
            {
                foreach (var (id, _, source) in PageFolder.Read(Path.Combine(set, kind)))
                {
                    if (gold.RootElement.TryGetProperty(id, out var entry))
                    {
                        pages.Add(Read(Path.GetFileName(set) + "/" + kind, id, source, entry));
                    }
                }
            }
        }

        // In parallel: alignment is the slow part.
        Parallel.ForEach(pages, new ParallelOptions { MaxDegreeOfParallelism = 2 }, page => page.Teaches = page.Label());
        return pages;
    }

    private static TrainingPage Read(string set, string id, SourceText source, JsonElement entry)
    {
        var url = Text(entry, "url");
        var site = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : set;
        var view = BlockReading.Read(source, CancellationToken.None);
        var facts = view.Page is null ? PageFacts.None : PageFacts.Read(view.Page);
        var title = TitleFinder.Find(view, facts, GivenFields.None);
        return new TrainingPage(set, id, site, view, Text(entry, "articleBody") ?? "")
        {
            Language = Text(entry, "lang") ?? "?",
            Facts = facts,
            Title = title,
            Table = BlockModel.FirstTable(view, facts, title),
        };
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
