namespace Pipeline.Articles.Formats.Charsets;

/// <summary>Decoded characters and the charset that they came from, as an IANA name.</summary>
internal readonly record struct DecodedText(string Text, string Charset);
