using System.Text.Json;

namespace Pipeline.LocalCosmos.Resources;

/// <summary>A path such as <c>/a/b</c> or <c>/"a b"/c</c>, as the definitions of containers write it.</summary>
internal sealed record JsonPath(IReadOnlyList<string> Segments)
{
    public static JsonPath Parse(string text)
    {
        var segments = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '/')
            {
                i++;
                continue;
            }

            var quoted = text[i] == '"' && text.IndexOf('"', i + 1) > i;
            var start = quoted ? i + 1 : i;
            var end = text.IndexOf(quoted ? '"' : '/', start);
            if (end < 0)
                end = text.Length;
            segments.Add(text[start..end]);
            i = quoted ? end + 1 : end;
        }

        return new JsonPath(segments);
    }

    /// <summary>The value there, or null when there is none.</summary>
    public JsonElement? Find(JsonElement root, int from = 0)
    {
        for (var i = from; i < Segments.Count; i++)
        {
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(Segments[i], out root))
                return null;
        }

        return root;
    }

    /// <summary>The same path in SQLite's JSON functions.</summary>
    public string ToSqlite() => "$" + string.Concat(Segments.Select(segment => $".\"{segment}\""));
}
