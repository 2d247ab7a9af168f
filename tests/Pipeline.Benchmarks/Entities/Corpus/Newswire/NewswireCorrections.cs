using System.Text.Json.Nodes;

namespace Pipeline.Benchmarks.Entities.Corpus.Newswire;

/// <summary>
/// What an annotator changed where two recognisers disagreed about a text of GMB, as lines of <see cref="Correction"/>
/// (README.md beside this file). The texts themselves stay in the data folder.
/// </summary>
internal sealed class NewswireCorrections
{
    private readonly ILookup<string, Correction> _corrections;

    private NewswireCorrections(ILookup<string, Correction> corrections) => _corrections = corrections;

    private static string DefaultFile => Path.Combine(CorpusArticles.Home, "Newswire", "corrections.tsv");

    /// <exception cref="FormatException">A line is broken.</exception>
    public static NewswireCorrections Read(string? file = null) => Of(File.ReadLines(file ?? DefaultFile));

    /// <inheritdoc cref="Read"/>
    public static NewswireCorrections Of(IEnumerable<string> lines) =>
        new(lines.Where(line => line.Length > 0).Select(Correction.Parse).ToLookup(correction => correction.Document));

    /// <summary>Changes the names and the undecided ranges of a document.</summary>
    /// <exception cref="FormatException">A correction does not fit the document: its text or its names are others than those corrected.</exception>
    public JsonObject Apply(JsonObject document)
    {
        var text = (string?)document["text"] ?? "";
        foreach (var correction in _corrections[(string?)document["id"] ?? ""])
        {
            CorpusSpan.Check(correction.Name, text, correction.Start, correction.End, correction.Document);
            Apply(document, correction);
        }
        return document;
    }

    private static void Apply(JsonObject document, Correction correction)
    {
        switch (correction.Change)
        {
            case CorrectionKind.Add:
                Names(document).Add(new JsonObject { ["start"] = correction.Start, ["end"] = correction.End, ["type"] = correction.Type });
                break;
            case CorrectionKind.Drop:
                Remove(Names(document), name => (int?)name["start"] == correction.Start && (int?)name["end"] == correction.End && (string?)name["type"] == correction.Type, correction);
                break;
            case CorrectionKind.Learn:
                Remove((JsonArray)document["skip"]!, range => (int?)range[0] == correction.Start && (int?)range[1] == correction.End, correction);
                break;
            default:
                (document["skip"] as JsonArray ?? Ranges(document)).Add(new JsonArray(correction.Start, correction.End));
                break;
        }
    }

    private static JsonArray Names(JsonObject document) => (JsonArray)document["entities"]!;

    private static JsonArray Ranges(JsonObject document)
    {
        var ranges = new JsonArray();
        document["skip"] = ranges;
        return ranges;
    }

    private static void Remove(JsonArray from, Func<JsonNode, bool> matches, Correction correction)
    {
        if (from.FirstOrDefault(node => matches(node!)) is not { } found)
            throw new FormatException($"{correction.Document} has nothing at {correction.Start} to take away.");
        from.Remove(found);
    }
}
