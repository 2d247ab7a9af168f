using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Benchmarks.Entities;

/// <summary>One JSON object a line.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<JsonObject> Objects(string file) =>
        File.ReadLines(file).Where(line => line.Length > 0)
            .Select(line => JsonNode.Parse(line) as JsonObject ?? throw new InvalidDataException($"{file} holds a line that is no object."));

    public static IEnumerable<(string Id, string Text)> Read(string file) =>
        Objects(file).Select(line => ((string?)line["id"] ?? "", (string?)line["text"] ?? ""));

    public static void Write(string file, IEnumerable<JsonObject> lines) =>
        File.WriteAllLines(file, lines.Select(line => line.ToJsonString(Readable)));
}
