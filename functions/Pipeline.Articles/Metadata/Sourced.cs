namespace Pipeline.Articles.Metadata;

/// <summary>A value, and where it was found.</summary>
/// <param name="Value">The value in its clean form.</param>
/// <param name="Source">Where it was found: "given", "json-ld", "meta:og:title", "h1", "text", "url" and so on.</param>
/// <param name="Raw">The string as it stood there, when it differs from the value.</param>
public sealed record Sourced<T>(T Value, string Source, string? Raw = null);
