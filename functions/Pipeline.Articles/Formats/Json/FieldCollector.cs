using System.Runtime.InteropServices;
using System.Text.Json;

namespace Pipeline.Articles.Formats.Json;

/// <summary>Finds an article's fields in a JSON object and in the objects that such exports nest it in.</summary>
internal static class FieldCollector
{
    private const int MaxObjects = 32;
    private const int MaxLevel = 4;
    private const int RanksPerLevel = 100;

    /// <summary>Every field found, best rank first; outer objects come before inner ones.</summary>
    public static List<FoundField> Collect(JsonElement root)
    {
        var found = new List<FoundField>(16);
        var objects = new Queue<(JsonElement Object, int Level)>();
        objects.Enqueue((root, 0));
        for (var seen = 0; seen < MaxObjects && objects.TryDequeue(out var next); seen++)
        {
            foreach (var property in next.Object.EnumerateObject())
            {
                var name = JsonMarshal.GetRawUtf8PropertyName(property);
                var value = property.Value;
                if (FieldNames.TryGet(name, out var field, out var rank) && Fits(field, value))
                {
                    found.Add(new FoundField(field, (next.Level * RanksPerLevel) + rank, value));
                }

                if (next.Level < MaxLevel && FieldNames.IsNested(name))
                {
                    EnqueueArticles(objects, value, next.Level + 1);
                }
            }
        }

        found.Sort((a, b) => a.Rank.CompareTo(b.Rank));
        return found;
    }

    private static bool Fits(ArticleField field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => true,
        JsonValueKind.Array => field is not (ArticleField.Published or ArticleField.Modified),
        JsonValueKind.Object => true,
        JsonValueKind.Number => field is ArticleField.Published or ArticleField.Modified,
        _ => false,
    };

    private static void EnqueueArticles(Queue<(JsonElement Object, int Level)> objects, JsonElement value, int level)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            objects.Enqueue((value, level));
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            // Of a JSON-LD graph only the article: its publisher, its breadcrumbs and its images have names and texts too.
            foreach (var item in value.EnumerateArray().Where(IsLinkedArticle).Take(1))
            {
                objects.Enqueue((item, level));
            }
        }
    }

    private static bool IsLinkedArticle(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("@type", out var type)
        && JsonStrings.All(type).Any(name => name.Contains("Article", StringComparison.OrdinalIgnoreCase)
            || name.Contains("Posting", StringComparison.OrdinalIgnoreCase) || name.Contains("Report", StringComparison.OrdinalIgnoreCase));
}
