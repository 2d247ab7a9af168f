namespace Pipeline.Articles.Formats.Sniffing;

/// <summary>What a file is, as its first bytes tell.</summary>
internal enum FormatKind
{
    Rejected,
    PlainText,
    Html,
    Markdown,
    Json,
    JsonLines,
    Warc,
    Gzip,
    Zip,
    Tar,
}
