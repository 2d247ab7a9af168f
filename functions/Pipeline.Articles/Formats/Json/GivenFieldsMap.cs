using System.Text.Json;

namespace Pipeline.Articles.Formats.Json;

/// <summary>From the fields that were found to those that the pipeline keeps.</summary>
internal static class GivenFieldsMap
{
    public static GivenFields From(List<FoundField> fields) => new()
    {
        Title = First(fields, ArticleField.Title),
        Url = First(fields, ArticleField.Url, IsUrl) ?? First(fields, ArticleField.Site, IsUrl),
        Authors = List(fields, ArticleField.Author),
        Published = First(fields, ArticleField.Published),
        Modified = First(fields, ArticleField.Modified),

        // "source" is a name with some, and the page's address with others.
        SiteName = First(fields, ArticleField.Site, value => !IsUrl(value)),
        Language = First(fields, ArticleField.Language),
        Summary = First(fields, ArticleField.Summary),
        Tags = [.. List(fields, ArticleField.Tags).SelectMany(Split).Distinct(StringComparer.Ordinal)],
    };

    /// <summary>One string of tags, split at its commas or semicolons.</summary>
    public static string[] Split(string tags) =>
        tags.Split(tags.Contains(';', StringComparison.Ordinal) ? ';' : ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? First(List<FoundField> fields, ArticleField field, Func<string, bool>? fits = null) =>
        Values(fields, field).SelectMany(JsonStrings.All).FirstOrDefault(fits ?? (_ => true));

    private static string[] List(List<FoundField> fields, ArticleField field) =>
        Values(fields, field).Select(value => JsonStrings.All(value).Distinct(StringComparer.Ordinal).ToArray()).FirstOrDefault(l => l.Length > 0) ?? [];

    private static IEnumerable<JsonElement> Values(List<FoundField> fields, ArticleField field) =>
        fields.Where(f => f.Field == field).Select(f => f.Value);

    private static bool IsUrl(string value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("//", StringComparison.Ordinal) || value.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
}
