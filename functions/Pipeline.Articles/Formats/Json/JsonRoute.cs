namespace Pipeline.Articles.Formats.Json;

/// <summary>Where the articles of a JSON document begin.</summary>
/// <param name="ListOffset">Byte offset of the first bracket of the list, or 0.</param>
/// <param name="Wrapped">The list is a field of an object; what follows it there is no article.</param>
internal readonly record struct JsonRoute(int ListOffset, bool Wrapped);
