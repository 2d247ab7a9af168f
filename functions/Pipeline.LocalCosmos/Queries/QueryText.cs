using System.Text.Json;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Queries;

/// <summary>The body of a query: <c>{"query":"SELECT ...","parameters":[{"name":"@x","value":1}]}</c>.</summary>
internal sealed record QueryText(string Text, IReadOnlyDictionary<string, JsonElement> Parameters)
{
    /// <exception cref="RequestRefusedException">The body is no query.</exception>
    public static QueryText Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("query", out var text)
                || text.ValueKind != JsonValueKind.String)
                throw RequestRefusedException.BadRequest("A query needs its text under \"query\".");

            var parameters = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            if (root.TryGetProperty("parameters", out var list) && list.ValueKind == JsonValueKind.Array)
            {
                foreach (var parameter in list.EnumerateArray())
                    parameters[parameter.GetProperty("name").GetString()!] = parameter.GetProperty("value").Clone();
            }

            return new QueryText(text.GetString()!, parameters);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw RequestRefusedException.BadRequest("The query is not in its JSON form: " + exception.Message);
        }
    }
}
