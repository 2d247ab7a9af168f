using System.Text;
using System.Text.Json;

namespace Pipeline.Articles.Formats.Json;

/// <summary>Reads strings out of JSON values, whichever way an export wraps them.</summary>
internal static class JsonStrings
{
    private const int MaxLevel = 8;

    private static readonly string[] NameKeys =
        ["name", "rendered", "value", "title", "text", "displayName", "display_name", "full_name", "#text", "$t", "_", "__cdata", "label", "term"];

    private static readonly string[] BodyKeys =
    [
        "rendered", "value", "text", "content", "html", "body", "paragraph", "paragraphs", "children", "blocks", "data", "#text", "$t",
        "__cdata",
    ];

    /// <summary>The strings of a value: itself, those of a list, or the name of an object.</summary>
    public static IEnumerable<string> All(JsonElement value) => Collect(value, NameKeys).Select(s => s.Trim()).Where(s => s.Length > 0);

    /// <summary>A text, with an empty line between the items when it is given as a list.</summary>
    public static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? String(value) : string.Join("\n\n", Collect(value, BodyKeys).Where(s => !string.IsNullOrWhiteSpace(s)));

    private static List<string> Collect(JsonElement value, string[] keys)
    {
        var strings = new List<string>();
        Collect(value, keys, strings, 0);
        return strings;
    }

    private static void Collect(JsonElement value, string[] keys, List<string> strings, int level)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                strings.Add(String(value));
                break;
            case JsonValueKind.Number when level == 0:
                strings.Add(value.GetRawText());
                break;
            case JsonValueKind.Array when level < MaxLevel:
                foreach (var item in value.EnumerateArray())
                {
                    Collect(item, keys, strings, level + 1);
                }

                break;
            case JsonValueKind.Object when level < MaxLevel:
                foreach (var key in keys)
                {
                    if (value.TryGetProperty(key, out var inner) && inner.ValueKind is JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Object)
                    {
                        Collect(inner, keys, strings, level + 1);
                        break;
                    }
                }

                break;
        }
    }

    private static string String(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape: JSON allows it, .NET's strings of text do not.
            return Unescape(value.GetRawText());
        }
    }

    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var at = 1; at < raw.Length - 1; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
                continue;
            }

            at++;
            text.Append(raw[at] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                'u' => (char)Convert.ToInt32(raw.Substring(at + 1, 4), 16),
                var c => c,
            });
            at += raw[at] == 'u' ? 4 : 0;
        }

        return Charsets.LoneSurrogates.Replace(text.ToString());
    }
}
