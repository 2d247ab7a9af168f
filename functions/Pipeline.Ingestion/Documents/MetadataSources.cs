using Pipeline.Articles.Metadata;

namespace Pipeline.Ingestion.Documents;

/// <summary>Where each value of the metadata was found, and the string as it stood there.</summary>
internal static class MetadataSources
{
    /// <summary>By the document's field names, in their order.</summary>
    public static SortedDictionary<string, string> Of(ArticleMetadata metadata)
    {
        var sources = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, source, _) in Values(metadata))
        {
            sources[name] = source;
        }

        return sources;
    }

    /// <summary>Only where the string differs from the value; dates carry theirs themselves. Null when none does.</summary>
    public static SortedDictionary<string, string>? RawOf(ArticleMetadata metadata)
    {
        var raws = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, _, raw) in Values(metadata))
        {
            if (raw is not null)
            {
                raws[name] = raw;
            }
        }

        return raws.Count == 0 ? null : raws;
    }

    private static IEnumerable<(string Name, string Source, string? Raw)> Values(ArticleMetadata metadata)
    {
        var values = new (string Name, (string Source, string? Raw)? Found)[]
        {
            ("title", Of(metadata.Title)),
            ("authors", Of(metadata.Authors)),
            ("published", metadata.Published is { } published ? (published.Source, null) : null),
            ("modified", metadata.Modified is { } modified ? (modified.Source, null) : null),
            ("site", Of(metadata.SiteName)),
            ("canonicalUrl", Of(metadata.CanonicalUrl)),
            ("language", Of(metadata.Language)),
            ("section", Of(metadata.Section)),
            ("tags", Of(metadata.Tags)),
            ("hashtags", Of(metadata.Hashtags)),
            ("leadImageUrl", Of(metadata.LeadImageUrl)),
            ("copyrightHolder", Of(metadata.CopyrightHolder)),
            ("licence", Of(metadata.Licence)),
            ("paywalled", metadata.Paywalled is { } paywalled ? (paywalled.Source, paywalled.Raw) : null),
            ("origin", Of(metadata.Origin)),
            ("dateline", Of(metadata.Dateline)),
        };
        foreach (var (name, found) in values)
        {
            if (found is { } value)
            {
                yield return (name, value.Source, value.Raw);
            }
        }
    }

    private static (string Source, string? Raw)? Of(Sourced<string>? value) => value is null ? null : (value.Source, value.Raw);

    /// <summary>A list names each of its sources once, and the strings of all its entries.</summary>
    private static (string Source, string? Raw)? Of(IReadOnlyList<Sourced<string>> values)
    {
        var raws = values.Select(value => value.Raw).Where(raw => raw is not null).Distinct(StringComparer.Ordinal).ToList();
        return values.Count == 0 ? null : (string.Join(' ', values.Select(value => value.Source).Distinct(StringComparer.Ordinal)), raws.Count == 0 ? null : string.Join(" | ", raws));
    }
}
