using System.Globalization;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Benchmarks.Deduplicate.Races;

/// <summary>Writes down a race: who did which operation, in their order, and what came of it.</summary>
internal sealed class RaceTrace(Action<string> write)
{
    private readonly AsyncLocal<string> _delivery = new();

    /// <summary>What the caller does from here on is done for this delivery.</summary>
    public void Begin(int delivery, DeduplicationRequest request)
    {
        _delivery.Value = string.Create(CultureInfo.InvariantCulture, $"{delivery} of {request.ArticleId}");
        write(string.Create(CultureInfo.InvariantCulture, $"{_delivery.Value}: crawled at {request.CrawledAt:ss}, {request.Text.Length} characters"));
    }

    public void Tell(string operation, object? result) => write($"{_delivery.Value}: {operation} -> {Describe(result)}");

    public static string Describe(object? result) => result switch
    {
        null => "nothing",
        AnchorItem anchor => $"{anchor.Id} of {anchor.ArticleId}, {anchor.Relation} {anchor.CopyOf} in {anchor.ClusterId}",
        ContentItem content => $"{content.Id} of {content.ArticleId} in {content.ClusterId}",
        VerdictItem verdict => $"{verdict.Id}: {string.Join("; ", verdict.Contents.Select(content => Describe(content.Verdict)))}",
        ClusterItem { MergedInto: { } root } cluster => $"{cluster.Id}: merged into {root}",
        ClusterItem cluster => $"{cluster.Id}: canonical {cluster.CanonicalId}",
        DuplicateVerdict verdict => $"{verdict.Kind} of {verdict.Of} in {verdict.ClusterId}, canonical {verdict.IsCanonical}",
        IReadOnlyList<FingerprintItem> items => string.Join("; ", items.Select(Describe)),
        FingerprintItem item => item.Id,
        _ => result.ToString() ?? "",
    };
}
