using Microsoft.Extensions.Options;
using Pipeline.Articles.Fingerprints;
using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Deduplication.Matching;

/// <summary>
/// The index of near copies: an article's smallest shingle hashes, each an item with one owner. Two copies that arrive at
/// once try the hashes they share in the same, ascending order, so the first of these shows one of them to the other.
/// </summary>
internal sealed class AnchorIndex(IFingerprintStore store, IOptions<DeduplicationOptions> options, TimeProvider time)
{
    /// <summary>Ids of the anchors to look up: the smallest hash first, which alone finds most exact copies.</summary>
    public IEnumerable<string> ProbesOf(Subject subject) =>
        subject.Fingerprint.Sketch.Facts.Hashes.Take(options.Value.Probes)
            .Union(subject.Fingerprint.Lead.Own)
            .Union(subject.Fingerprint.Lead.Probes)
            .Select(AnchorItem.IdOf);

    /// <summary>
    /// Creates up to <paramref name="wanted"/> anchors for the subject, in ascending order of their hashes. Those with an
    /// owner that is no copy are passed over; for a founder, the first with an owner that is one ends it, and for a copy the first
    /// with an owner of the same content: so of two exact copies that come at once only one is indexed, and copied. One that tells of
    /// another judgement on the article ends it too, unless that one founded a cluster, which is then merged: further anchors
    /// would lead others into a cluster that this article does not stand in.
    /// </summary>
    public async ValueTask<Founding> FoundAsync(
        Subject subject, Known known, Standing standing, int wanted, CancellationToken cancellationToken)
    {
        var (owned, founded) = (0, false);
        foreach (var hash in Choose(subject, known, wanted))
        {
            var anchor = Anchor(hash, subject, standing);
            var seen = known.Anchor(hash);
            var owner = seen
                ?? await store.CreateOrReadAsync(anchor, cancellationToken)
                ?? anchor;
            if (owner.ArticleId == subject.ArticleId)
            {
                owned++;
                founded |= owner.ClusterId == subject.ArticleId;
                if (seen is null && owner.ContentHash == subject.ContentHash && owner.CopyOf != standing.Match?.ArticleId
                    && (standing.Match is null || !founded))
                    return new Founding(owned, founded, Placed: true, null);
            }
            else if (Ends(standing, subject, owner) && owner.ClusterId != subject.ArticleId
                && Match.With(owner, subject.Fingerprint) is { } match)
            {
                return new Founding(owned, founded, Placed: false, match);
            }
        }

        return new Founding(owned, founded, Placed: false, null);
    }

    private static bool Ends(Standing standing, Subject subject, AnchorItem owner) => standing.Kind switch
    {
        DuplicateKind.None => true,
        DuplicateKind.Near => owner.ContentHash == subject.ContentHash,
        _ => false,
    };

    /// <summary>
    /// Lets the anchors that found a copy live on when half of their time is over, so that a story is remembered as long as
    /// copies of it come.
    /// </summary>
    public async ValueTask KeepAsync(Known known, Match match, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var anchor in known.Anchors)
            if (anchor.ArticleId == match.ArticleId && now - anchor.WrittenAt > options.Value.Memory / 2)
                await store.ReplaceAsync(anchor with { WrittenAt = now }, cancellationToken);
    }

    /// <summary>Hashes without an owner other than the subject, some of them from the start of the text, ascending.</summary>
    private IEnumerable<ulong> Choose(Subject subject, Known known, int wanted)
    {
        var start = subject.Fingerprint.Lead.Own;
        var fromStart = wanted * options.Value.LeadAnchors / Math.Max(1, options.Value.Anchors);
        // A copy whose start nobody owns began otherwise than its source, and cut copies of it have nothing but that start.
        if (fromStart == 0 && wanted > 0 && options.Value.LeadAnchors > 0 && start.All(hash => known.Anchor(hash) is null))
            (fromStart, wanted) = (1, wanted + 1);
        var whole = subject.Fingerprint.Sketch.Facts.Hashes.Take(options.Value.Probes).Where(IsFree);
        return start.Where(IsFree).Take(fromStart).Union(whole).Take(wanted).Order();

        bool IsFree(ulong hash) => known.Anchor(hash) is not { } owner || owner.ArticleId == subject.ArticleId;
    }

    private AnchorItem Anchor(ulong hash, Subject subject, Standing standing) =>
        AnchorItem.Of(hash, subject.ArticleId, subject.Fingerprint) with
        {
            TimeToLive = (int)options.Value.Memory.TotalSeconds,
            WrittenAt = time.GetUtcNow(),
            ClusterId = standing.ClusterId,
            Relation = standing.Kind,
            CopyOf = standing.Match?.ArticleId,
            FoundedAt = standing.FoundedAt,
        };
}
