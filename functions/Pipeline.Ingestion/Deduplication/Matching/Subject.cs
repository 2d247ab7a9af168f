using Pipeline.Articles.Fingerprints;

namespace Pipeline.Ingestion.Deduplication.Matching;

/// <summary>The article being judged.</summary>
internal sealed record Subject(DeduplicationRequest Request, Fingerprint Fingerprint, string? UrlHash)
{
    public static Subject Of(DeduplicationRequest request) =>
        new(request, Fingerprinter.Of(request.Title, request.Text), UrlIdentity.HashOf(request.CanonicalUrl));

    public string ArticleId => Request.ArticleId;

    public string ContentHash => Fingerprint.ContentHash;
}
