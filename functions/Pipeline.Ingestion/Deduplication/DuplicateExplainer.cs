using System.Globalization;
using Pipeline.Articles.Fingerprints;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Deduplication;

/// <summary>Tells for any two articles why they were or were not joined. Changes nothing.</summary>
public sealed class DuplicateExplainer
{
    private readonly IFingerprintStore _store;
    private readonly ClusterDirectory _clusters;

    internal DuplicateExplainer(IFingerprintStore store, ClusterDirectory clusters) => (_store, _clusters) = (store, clusters);

    /// <param name="first">One article.</param>
    /// <param name="second">The other.</param>
    /// <param name="sample">How many shingles of each kind to show.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask<DuplicateExplanation> ExplainAsync(
        ComparedArticle first, ComparedArticle second, int sample, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (firstVerdict, firstCluster) = await StandingAsync(first, cancellationToken);
        var (secondVerdict, secondCluster) = await StandingAsync(second, cancellationToken);
        var (one, other) = (Fingerprinter.Of(first.Title, first.Text), Fingerprinter.Of(second.Title, second.Text));
        var similarity = SketchSimilarity.Between(one.Sketch, other.Sketch);
        var joined = firstCluster is not null && firstCluster == secondCluster;
        return new DuplicateExplanation
        {
            Joined = joined,
            Reason = Reason(joined, one, other, similarity, firstVerdict, secondVerdict),
            FirstCluster = firstCluster,
            SecondCluster = secondCluster,
            FirstVerdict = firstVerdict,
            SecondVerdict = secondVerdict,
            Similarity = similarity,
            Shingles = SharedShingles.Of(first.Text, second.Text, sample),
        };
    }

    private async ValueTask<(DuplicateVerdict? Verdict, string? Cluster)> StandingAsync(
        ComparedArticle article, CancellationToken cancellationToken)
    {
        if (await _store.ReadAsync(VerdictItem.IdOf(article.ArticleId), cancellationToken)
            is not VerdictItem { Contents: [.., var latest] })
            return (null, null);
        var state = await _clusters.ResolveAsync(latest.Verdict.ClusterId, latest.FoundedAt, cancellationToken);
        return (latest.Verdict, state.Id);
    }

    private static string Reason(
        bool joined, Fingerprint one, Fingerprint other, SketchSimilarity? similarity, DuplicateVerdict? first, DuplicateVerdict? second)
    {
        if (first is null || second is null)
            return "At least one of them is not remembered: it was never judged, or its time is over.";
        if (first.Evidence.By == EvidenceKind.Operator || second.Evidence.By == EvidenceKind.Operator)
            return "An operator took at least one of them out of its cluster.";
        if (one.ContentHash == other.ContentHash)
            return joined ? "Joined: their folded content is the same." : "Their folded content is the same, and yet they are apart.";
        if (similarity is null)
            return "Their sketches cannot be compared: one is too short, or they are in scripts of different kinds.";
        var measured = string.Create(
            CultureInfo.InvariantCulture,
            $"{similarity.Containment:P0} of the smaller one's facts stand in the other, and {similarity.Threshold:P0} are needed");
        if (!joined && similarity.Strange > SketchSimilarity.MaxStrange)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Apart: {measured}, but between what they share each has passages of its own: {similarity.Strange:0.00}, and a copy has {SketchSimilarity.MaxStrange:0.00} at most.");
        return (joined, similarity.IsCopy) switch
        {
            (true, true) => $"Joined: {measured}.",
            (true, false) => $"Joined through other copies, a URL or a blob: of these two alone, {measured}.",
            (false, true) => $"Alike but apart: {measured}; none of the hashes that are looked up led from one to the other.",
            (false, false) => $"Apart: {measured}.",
        };
    }
}
