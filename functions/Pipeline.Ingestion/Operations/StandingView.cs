using Pipeline.Ingestion.Documents;

namespace Pipeline.Ingestion.Operations;

/// <summary>Where a stored article stands among copies, without its text.</summary>
/// <param name="Id">Id of the article.</param>
/// <param name="Title">Its title.</param>
/// <param name="Blob">The file that it came in.</param>
/// <param name="CrawledAt">When it was crawled; the earliest of a cluster is canonical.</param>
/// <param name="ClusterId">Its cluster, as its document says.</param>
/// <param name="IsCanonical">True when it stands for its cluster, as its document says.</param>
public sealed record StandingView(
    string Id, string Title, string Blob, DateTimeOffset CrawledAt, string ClusterId, bool IsCanonical)
{
    public static StandingView Of(ArticleDocument document) => new(
        document.Id, document.Title, document.Provenance.Blob, document.Provenance.CrawledAt, document.ClusterId, document.IsCanonical);
}
