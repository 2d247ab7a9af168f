using System.Text.Json;

namespace Pipeline.Benchmarks.Clean.Training.Lines;

/// <summary>A text and the article that it holds.</summary>
/// <param name="Set">Set and variant: "news-en/text-innertext".</param>
/// <param name="Id">The page's name in the set.</param>
/// <param name="Site">The site's host; pages of one site go into one fold.</param>
/// <param name="Language">The gold's language, or "?" where it names none.</param>
/// <param name="Gold">The article.</param>
/// <param name="Text">The text.</param>
internal sealed record LineSource(string Set, string Id, string Site, string Language, string Gold, string Text)
{
    public static LineSource Of(string set, string id, JsonElement gold, string text)
    {
        var site = Uri.TryCreate(Value(gold, "url"), UriKind.Absolute, out var url) ? url.Host : id;
        return new LineSource(set, id, site, Value(gold, "lang") ?? "?", Value(gold, "articleBody") ?? "", text);
    }

    private static string? Value(JsonElement gold, string name) =>
        gold.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
