using System.ComponentModel;

namespace Pipeline.Ingestion.Documents;

public sealed record DocumentProvenance
{
    public required string Container { get; init; }

    public required string Blob { get; init; }

    [Description("The blob's ETag: the version that this document was made from.")]
    public required string ETag { get; init; }

    [Description("Place in a batch file, such as 'line 17' or 'inner/page.html'; absent when the blob is the article.")]
    public string? Place { get; init; }

    public string? ContentType { get; init; }

    [Description("'html', 'markdown' or 'plainText'.")]
    public required string Format { get; init; }

    [Description("IANA name of the charset that the bytes were decoded with.")]
    public required string Charset { get; init; }

    [Description("Bytes of the article as received.")]
    public required long Bytes { get; init; }

    [Description("SHA-256 of the received bytes, lower-case hex.")]
    public required string RawHash { get; init; }

    [Description("Where it was crawled, when the batch says so.")]
    public string? SourceUrl { get; init; }

    [Description("When it was crawled where the batch says so, else when the blob was written.")]
    public required DateTimeOffset CrawledAt { get; init; }
}
