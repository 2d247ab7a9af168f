using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Documents;

namespace Pipeline.Ingestion.Deduplication.Operating;

/// <summary>What an operator asks of clusters and does to them, by the ids or the file names of stored articles.</summary>
public sealed class ClusterOperations(
    DocumentStore documents, DocumentRemover files, DuplicateExplainer explainer, ClusterMaintenance maintenance)
{
    /// <summary>Files with more articles are not named in full.</summary>
    private const int Named = 5;

    /// <summary>Why two articles were or were not joined. Changes nothing.</summary>
    /// <param name="first">Id of an article, or name of the dropped file that it came in.</param>
    /// <param name="second">The same of the other.</param>
    /// <param name="sample">How many shingles of each kind to show.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArticleNotFoundException">One of them is not stored; the message says what to do.</exception>
    public async Task<ExplainedPair> ExplainAsync(string first, string second, int sample, CancellationToken cancellationToken)
    {
        var one = await FindAsync(first, cancellationToken);
        var other = await FindAsync(second, cancellationToken);
        return new ExplainedPair(
            one, other, await explainer.ExplainAsync(Compared(one), Compared(other), sample, cancellationToken));
    }

    /// <summary>Takes an article out of its cluster for good. Repeating it changes nothing.</summary>
    /// <returns>The article as it was, and the cluster that it founds now.</returns>
    /// <exception cref="ArticleNotFoundException">It is not stored, or too old to be remembered.</exception>
    public async Task<SplitArticle> SplitAsync(string article, CancellationToken cancellationToken)
    {
        var document = await FindAsync(article, cancellationToken);
        var cluster = await maintenance.SplitAsync(document.Id, document.Title, document.Text, cancellationToken)
            ?? throw new ArticleNotFoundException(
                $"Nothing is remembered of {document.Id} any more, so no new copy can join it; drop its file again, then split.");
        return new SplitArticle(document, cluster);
    }

    private async Task<ArticleDocument> FindAsync(string article, CancellationToken cancellationToken)
    {
        if (await documents.TryReadAsync(article, cancellationToken) is { DeletedAt: null } byId)
            return byId;
        var ids = await files.FindAsync(PipelineMap.ArticlesContainer, article, cancellationToken);
        if (ids.Count == 1 && await documents.TryReadAsync(ids[0], cancellationToken) is { } byFile)
            return byFile;
        throw new ArticleNotFoundException(ids.Count == 0
            ? $"No article with the id '{article}' and none of a file of that name is stored. Ids stand in the documents; names are those in the container '{PipelineMap.ArticlesContainer}'."
            : $"The file '{article}' holds {ids.Count} articles; name one by its id, such as {string.Join(", ", ids.Take(Named))}.");
    }

    private static ComparedArticle Compared(ArticleDocument document) => new(document.Id, document.Title, document.Text);
}
