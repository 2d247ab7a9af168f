using System.Globalization;
using Pipeline.Articles.Metadata;

namespace Pipeline.Local.Cleaning;

/// <summary>The metadata as lines of name, value, source and, where it differs, the string as it stood there.</summary>
internal static class MetadataLines
{
    public static IEnumerable<(string Name, string Value, string Source, string? Raw)> Of(ArticleMetadata metadata)
    {
        yield return Line("Title", metadata.Title);
        foreach (var author in metadata.Authors)
        {
            yield return Line("Author", author);
        }

        foreach (var (name, date) in new[] { ("Published", metadata.Published), ("Modified", metadata.Modified) })
        {
            if (date is not null)
            {
                yield return (name, date.Value, date.Source, date.Raw == date.Value ? null : date.Raw);
            }
        }

        var values = new (string, Sourced<string>?)[]
        {
            ("Site", metadata.SiteName), ("URL", metadata.CanonicalUrl), ("Language", metadata.Language), ("Section", metadata.Section), ("Image", metadata.LeadImageUrl),
            ("Copyright", metadata.CopyrightHolder), ("Licence", metadata.Licence), ("Origin", metadata.Origin), ("Dateline", metadata.Dateline),
        };
        foreach (var (name, value) in values)
        {
            if (value is not null)
            {
                yield return Line(name, value);
            }
        }

        foreach (var (name, list) in new[] { ("Tags", metadata.Tags), ("Hashtags", metadata.Hashtags) })
        {
            if (list.Count > 0)
            {
                yield return (name, string.Join(", ", list.Select(tag => tag.Value)), string.Join(' ', list.Select(tag => tag.Source).Distinct()), null);
            }
        }

        if (metadata.Paywalled is { } paywalled)
        {
            yield return ("Paywalled", paywalled.Value.ToString(CultureInfo.InvariantCulture), paywalled.Source, paywalled.Raw);
        }
    }

    private static (string Name, string Value, string Source, string? Raw) Line(string name, Sourced<string> value) => (name, value.Value, value.Source, value.Raw);
}
