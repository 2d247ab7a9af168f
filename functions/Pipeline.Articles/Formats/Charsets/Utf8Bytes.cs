namespace Pipeline.Articles.Formats.Charsets;

/// <summary>Bytes recoded to UTF-8, and the charset that they came from.</summary>
internal readonly record struct Utf8Bytes(ReadOnlyMemory<byte> Bytes, string Charset);
