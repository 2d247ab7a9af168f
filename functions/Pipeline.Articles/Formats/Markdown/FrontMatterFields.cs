using System.Text;
using Pipeline.Articles.Formats.Json;

namespace Pipeline.Articles.Formats.Markdown;

/// <summary>Reads the fields of front matter: "key: value", "key: [a, b]", and a key with "- item" lines under it.</summary>
internal static class FrontMatterFields
{
    private const int ArticleFields = (int)ArticleField.Tags + 1;

    public static GivenFields Read(ReadOnlySpan<char> frontMatter)
    {
        var values = new (int Rank, List<string> Values)[ArticleFields];
        List<string>? open = null;
        foreach (var line in frontMatter.EnumerateLines())
        {
            if (FrontMatter.IsKeyLine(line))
            {
                var colon = line.IndexOf(':');
                open = Open(values, line[..colon]);
                Add(open, line[(colon + 1)..]);
            }
            else if (line.TrimStart() is ['-', ' ', ..] item && open is not null)
            {
                Add(open, item[1..]);
            }
        }

        string? First(ArticleField field) => values[(int)field].Values is [var value, ..] ? value : null;
        string[] All(ArticleField field) => values[(int)field].Values?.ToArray() ?? [];
        return new GivenFields
        {
            Title = First(ArticleField.Title),
            Url = First(ArticleField.Url),
            Authors = All(ArticleField.Author),
            Published = First(ArticleField.Published),
            Modified = First(ArticleField.Modified),
            SiteName = First(ArticleField.Site),
            Language = First(ArticleField.Language),
            Summary = First(ArticleField.Summary),
            Tags = [.. All(ArticleField.Tags).SelectMany(GivenFieldsMap.Split).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>The list to fill for a key; null when the key is unknown, or a better name of the field came before.</summary>
    private static List<string>? Open((int Rank, List<string> Values)[] values, ReadOnlySpan<char> key)
    {
        if (!FieldNames.TryGet(Encoding.UTF8.GetBytes(key.ToArray()), out var field, out var rank))
        {
            return null;
        }

        ref var slot = ref values[(int)field];
        if (slot.Values is { Count: > 0 } && slot.Rank <= rank)
        {
            return null;
        }

        slot = (rank, []);
        return slot.Values;
    }

    private static void Add(List<string>? list, ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (list is null || value.IsEmpty || value is "|" or ">" or "null" or "~")
        {
            return;
        }

        if (value is ['[', .. var inner, ']'])
        {
            foreach (var range in inner.Split(','))
            {
                Add(list, inner[range]);
            }

            return;
        }

        var quoted = value.Length > 1 && value[0] == value[^1] && value[0] is '"' or '\'';
        var text = (quoted ? value[1..^1] : value).ToString();
        if (text.Length > 0)
        {
            list.Add(text);
        }
    }
}
