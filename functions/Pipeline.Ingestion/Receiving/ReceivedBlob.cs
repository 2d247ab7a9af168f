using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Pipeline.Articles.Formats;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Receiving;

/// <summary>A dropped file, as it was when its reading began.</summary>
internal sealed record ReceivedBlob(string Container, string Name, ETag ETag, string? ContentType, DateTimeOffset LastModified)
{
    /// <summary>The ETag without quotes.</summary>
    public string Version => ETag.ToString().Trim('"');

    public static ReceivedBlob Of(string container, string name, BlobDownloadDetails details) =>
        new(container, name, details.ETag, details.ContentType, details.LastModified);

    /// <summary>Where the file as a whole came from, when none of its entries could be read. Whoever keeps its bytes counts and hashes them.</summary>
    public Provenance Describe(DateTimeOffset receivedAt) => new()
    {
        ArticleId = ArticleIdentity.Of(Container, Name, place: null),
        Container = Container,
        Blob = Name,
        Version = Version,
        Kind = MediaKind.PlainText,
        ContentType = ContentType,
        ByteCount = 0,
        RawHash = "",
        CrawledAt = LastModified,
        ReceivedAt = receivedAt,
    };

    /// <summary>Where an entry came from.</summary>
    public Provenance Describe(RawEntry entry, DateTimeOffset receivedAt) => Describe(receivedAt) with
    {
        ArticleId = ArticleIdentity.Of(Container, Name, entry.Place),
        Place = entry.Place,
        Kind = entry.Kind,
        ContentType = entry.ContentType ?? ContentType,
        DeclaredCharset = entry.DeclaredCharset,
        ByteCount = entry.Bytes.Length,
        RawHash = Convert.ToHexStringLower(SHA256.HashData(entry.Bytes.Span)),
        SourceUrl = entry.SourceUrl,
        CrawledAt = entry.CrawledAt ?? LastModified,
    };
}
