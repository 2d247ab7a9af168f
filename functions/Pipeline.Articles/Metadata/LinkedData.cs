using System.Text.Json;

namespace Pipeline.Articles.Metadata;

/// <summary>What a page's JSON-LD says of an article (schema.org).</summary>
internal sealed class LinkedData
{
    private static readonly JsonDocumentOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public string Type { get; private set; } = "";

    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public string? Section { get; private set; }

    public string? Body { get; private set; }

    public string? Description { get; private set; }

    public string? Url { get; private set; }

    public string? Publisher { get; private set; }

    public string? Image { get; private set; }

    public string? Language { get; private set; }

    public string? CopyrightHolder { get; private set; }

    public string? Licence { get; private set; }

    public bool? IsFree { get; private set; }

    public List<string> Authors { get; } = [];

    /// <summary>The object's own id, and those of authors that stand elsewhere in the page's graph.</summary>
    public string? Id { get; private set; }

    public List<string> AuthorIds { get; } = [];

    public List<string> Keywords { get; } = [];

    public bool IsArticle => Type.Contains("Article", StringComparison.Ordinal) || Type.Contains("BlogPosting", StringComparison.Ordinal)
        || Type is "Report" or "Review" or "Recipe" or "SocialMediaPosting" or "LiveBlogPosting";

    /// <summary>Every object of a script element that has a type of schema.org; none when the script is no JSON.</summary>
    public static List<LinkedData> Parse(ReadOnlySpan<char> script)
    {
        var found = new List<LinkedData>();
        try
        {
            using var document = JsonDocument.Parse(Repair(script), Lenient);
            Collect(document.RootElement, found);
        }
        catch (JsonException)
        {
            // Broken JSON-LD is common; the page's other sources serve then.
        }

        return found;
    }

    /// <summary>Pages wrap JSON-LD in comments or CDATA and leave raw line breaks inside strings; JSON allows neither.</summary>
    private static string Repair(ReadOnlySpan<char> script)
    {
        var start = script.IndexOfAny('{', '[');
        if (start > 0 && script[..start].Contains("CDATA", StringComparison.Ordinal))
        {
            start = script.IndexOf("{");
        }

        var end = script.LastIndexOfAny('}', ']');
        if (start < 0 || end < start)
        {
            return "null";
        }

        var json = script[start..(end + 1)];
        return json.IndexOfAnyInRange('\0', '\u001F') < 0
            ? json.ToString()
            : string.Create(json.Length, json, static (target, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    target[i] = source[i] < ' ' ? ' ' : source[i];
                }
            });
    }

    private static void Collect(JsonElement root, List<LinkedData> found)
    {
        // Breadth first with an explicit queue: @graph, mainEntity and arrays nest.
        const int Most = 400;
        var queue = new Queue<JsonElement>();
        queue.Enqueue(root);
        for (var seen = 0; queue.Count > 0 && seen < Most; seen++)
        {
            var element = queue.Dequeue();
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray().Take(Most))
                {
                    queue.Enqueue(item);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                if (element.TryGetProperty("@type", out _))
                {
                    found.Add(Read(element));
                }

                foreach (var name in new[] { "@graph", "mainEntity", "mainEntityOfPage", "article", "subjectOf", "itemListElement" })
                {
                    if (element.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                    {
                        queue.Enqueue(inner);
                    }
                }
            }
        }
    }

    private static LinkedData Read(JsonElement element)
    {
        var data = new LinkedData
        {
            Type = string.Join(' ', Texts(element, "@type")),
            Headline = Texts(element, "headline").FirstOrDefault() ?? Texts(element, "name").FirstOrDefault(),
            Published = Texts(element, "datePublished").FirstOrDefault() ?? Texts(element, "dateCreated").FirstOrDefault(),
            Modified = Texts(element, "dateModified").FirstOrDefault(),
            Section = Texts(element, "articleSection").FirstOrDefault(),
            Body = Texts(element, "articleBody").FirstOrDefault(),
            Description = Texts(element, "description").FirstOrDefault(),
            Url = Texts(element, "url").FirstOrDefault() ?? Texts(element, "mainEntityOfPage", "@id").FirstOrDefault(),
            Publisher = Texts(element, "publisher").FirstOrDefault(),
            Image = Texts(element, "image", "url").FirstOrDefault() ?? Texts(element, "thumbnailUrl").FirstOrDefault(),
            Language = Texts(element, "inLanguage").FirstOrDefault(),
            CopyrightHolder = Texts(element, "copyrightHolder").FirstOrDefault(),
            Licence = Texts(element, "license", "url").FirstOrDefault(),
            IsFree = element.TryGetProperty("isAccessibleForFree", out var free) ? IsTrue(free) : null,
        };
        data.Id = Texts(element, "@id").FirstOrDefault();
        data.Authors.AddRange(Texts(element, "author"));
        data.AuthorIds.AddRange(Texts(element, "author", "@id"));
        if (data.Authors.Count == 0)
        {
            data.Authors.AddRange(Texts(element, "creator"));
        }

        data.Keywords.AddRange(Texts(element, "keywords").SelectMany(k => k.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        return data;
    }

    private static bool? IsTrue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => !string.Equals(value.GetString(), "false", StringComparison.OrdinalIgnoreCase),
        _ => null,
    };

    /// <summary>A property's strings: its own, those of an array, or the name (or another member) of objects.</summary>
    private static List<string> Texts(JsonElement element, string name, string member = "name")
    {
        var texts = new List<string>();
        if (!element.TryGetProperty(name, out var value))
        {
            return texts;
        }

        foreach (var item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(100) : Enumerable.Repeat(value, 1))
        {
            var text = item.ValueKind switch
            {
                JsonValueKind.String => item,
                JsonValueKind.Object when item.TryGetProperty(member, out var inner) => inner.ValueKind == JsonValueKind.Array && inner.GetArrayLength() > 0 ? inner[0] : inner,
                _ => default,
            };
            if (text.ValueKind == JsonValueKind.String && TryGetString(text) is { } found && !string.IsNullOrWhiteSpace(found))
            {
                texts.Add(Cleaning.Characters.Fold(Cleaning.Html.HtmlEntities.DecodeAll(found)));
            }
        }

        return texts;
    }

    private static string? TryGetString(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate escape: no string at all.
            return null;
        }
    }
}
