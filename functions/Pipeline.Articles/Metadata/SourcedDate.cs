namespace Pipeline.Articles.Metadata;

/// <summary>A date or an instant, as exact as its source stated it.</summary>
/// <param name="Value">"2025-10-11" for a day, "2025-10-11T00:14" without, "2025-10-11T00:14:00+02:00" with a time zone.</param>
/// <param name="Source">Where it was found: "json-ld", "meta:article:published_time", "text" and so on.</param>
/// <param name="Raw">The string as it stood there.</param>
public sealed record SourcedDate(string Value, string Source, string Raw);
