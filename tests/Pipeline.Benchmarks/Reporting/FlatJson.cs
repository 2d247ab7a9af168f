using System.Text.Json;

namespace Pipeline.Benchmarks.Reporting;

/// <summary>Figures as one flat JSON object.</summary>
internal static class FlatJson
{
    private const int Digits = 4;

    /// <summary>Writes nothing when no file is asked for.</summary>
    public static void Write(FileInfo? file, IEnumerable<KeyValuePair<string, double>> figures)
    {
        if (file is null)
        {
            return;
        }

        using var stream = file.Create();
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        foreach (var (name, value) in figures)
        {
            json.WriteNumber(name, Math.Round(value, Digits));
        }

        json.WriteEndObject();
    }
}
