namespace Pipeline.Ingestion.Deduplication.Clusters;

/// <summary>The stored documents of a cluster.</summary>
internal interface IClusterMembers
{
    /// <summary>Documents, not removed ones, whose clusterId is this very id, the earliest crawled first, at most <paramref name="count"/>.</summary>
    ValueTask<IReadOnlyList<ClusterMember>> FindAsync(string clusterId, int count, CancellationToken cancellationToken);

    /// <summary>Documents, not removed ones, that say that they lead this very cluster.</summary>
    ValueTask<IReadOnlyList<ClusterMember>> FindLeadersAsync(string clusterId, CancellationToken cancellationToken);

    /// <summary>Sets clusterId and isCanonical of a document, unless its clusterId changed meanwhile or it is gone.</summary>
    ValueTask SetAsync(ClusterMember member, string clusterId, bool isCanonical, CancellationToken cancellationToken);
}
