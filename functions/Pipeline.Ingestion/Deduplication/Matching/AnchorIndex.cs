using Microsoft.Extensions.Options;
using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Deduplication.Matching;

/// <summary>
/// The index of near copies: an article's smallest shingle hashes, each an item with one owner. Two copies that arrive at
/// once try the hashes they share in the same, ascending order, so the first of these shows one of them to the other.
/// </summary>
internal sealed class AnchorIndex(IFingerprintStore store, IOptions<DeduplicationOptions> options, TimeProvider time)
{
    public IEnumerable<string> ProbesOf(Subject subject) =>
        subject.Fingerprint.Sketch.Hashes.Take(options.Value.Probes).Select(AnchorItem.IdOf);

    /// <summary>
    /// Creates anchors for the subject, in ascending order of their hashes. Those with an owner that is no copy are passed
    /// over; the first with an owner that is one ends it.
    /// </summary>
    public async ValueTask<Founding> FoundAsync(
        Subject subject, Known known, string clusterId, DateTimeOffset foundedAt, CancellationToken cancellationToken)
    {
        var owned = 0;
        var encoded = subject.Fingerprint.Sketch.Encode();
        foreach (var hash in subject.Fingerprint.Sketch.Hashes.Take(options.Value.Probes))
        {
            if (owned == options.Value.Anchors)
                break;
            var owner = known.Anchor(hash) ?? await store
                .CreateOrReadAsync(Anchor(hash, subject, encoded, clusterId, foundedAt), cancellationToken)
                .ConfigureAwait(false);
            if (owner is null || owner.ArticleId == subject.ArticleId)
                owned++;
            else if (Match.With(owner, subject.Fingerprint) is { } match)
                return new Founding(owned, match);
        }

        return new Founding(owned, null);
    }

    /// <summary>
    /// Lets the anchors that found a copy live on when half of their time is over, so that a story is remembered as long as
    /// copies of it come.
    /// </summary>
    public async ValueTask KeepAsync(Known known, Match match, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var anchor in known.Anchors)
            if (anchor.ArticleId == match.ArticleId && now - anchor.WrittenAt > options.Value.Memory / 2)
                await store.ReplaceAsync(anchor with { WrittenAt = now }, cancellationToken).ConfigureAwait(false);
    }

    private AnchorItem Anchor(ulong hash, Subject subject, string encoded, string clusterId, DateTimeOffset foundedAt) => new()
    {
        Id = AnchorItem.IdOf(hash),
        TimeToLive = (int)options.Value.Memory.TotalSeconds,
        WrittenAt = time.GetUtcNow(),
        ArticleId = subject.ArticleId,
        ClusterId = clusterId,
        ContentHash = subject.ContentHash,
        FoundedAt = foundedAt,
        Mode = subject.Fingerprint.Sketch.Mode,
        Shingles = subject.Fingerprint.Sketch.Count,
        Hashes = encoded,
    };
}
