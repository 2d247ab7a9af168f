namespace Pipeline.Articles.Metadata;

/// <summary>The title as far as it stands in the source.</summary>
/// <param name="Value">Empty when the source carries no headline; then one is made from the text later.</param>
/// <param name="Source">Where it was found.</param>
/// <param name="Raw">The string as it stood there, when it differs.</param>
/// <param name="Block">The block that shows it; -1 when none does.</param>
internal readonly record struct FoundTitle(string Value, string Source, string? Raw, int Block);
