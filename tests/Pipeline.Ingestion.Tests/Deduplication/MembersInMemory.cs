using Pipeline.Ingestion.Deduplication.Clusters;

namespace Pipeline.Ingestion.Tests.Deduplication;

/// <summary>Documents, as far as clusters go.</summary>
internal sealed class MembersInMemory : IClusterMembers
{
    public Dictionary<string, ClusterMember> Documents { get; } = [];

    public ValueTask<IReadOnlyList<ClusterMember>> FindAsync(string clusterId, int count, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ClusterMember>>(
            [.. Documents.Values.Where(member => member.ClusterId == clusterId).OrderBy(member => member.CrawledAt).Take(count)]);

    public ValueTask<IReadOnlyList<ClusterMember>> FindLeadersAsync(string clusterId, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ClusterMember>>(
            [.. Documents.Values.Where(member => member.ClusterId == clusterId && member.IsCanonical)]);

    public ValueTask SetAsync(ClusterMember member, string clusterId, bool isCanonical, CancellationToken cancellationToken)
    {
        if (Documents.TryGetValue(member.Id, out var current) && current.ClusterId == member.ClusterId)
            Documents[member.Id] = current with { ClusterId = clusterId, IsCanonical = isCanonical };
        return ValueTask.CompletedTask;
    }
}
