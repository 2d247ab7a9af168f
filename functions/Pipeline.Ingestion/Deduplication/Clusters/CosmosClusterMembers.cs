using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace Pipeline.Ingestion.Deduplication.Clusters;

/// <summary>Members of clusters in the container of articles.</summary>
internal sealed class CosmosClusterMembers(Container articles) : IClusterMembers
{
    /// <summary>The query for a cluster's members; public to the tests that show it to the service's own parser.</summary>
    internal const string MembersQuery =
        "SELECT TOP @count c.id, c.clusterId, c.isCanonical, c.provenance.crawledAt FROM c "
        + "WHERE c.clusterId = @cluster AND NOT IS_DEFINED(c.deletedAt) ORDER BY c.provenance.crawledAt";

    /// <summary>The query for those that lead it, or say so.</summary>
    internal const string LeadersQuery =
        "SELECT c.id, c.clusterId, c.isCanonical, c.provenance.crawledAt FROM c "
        + "WHERE c.clusterId = @cluster AND c.isCanonical = true AND NOT IS_DEFINED(c.deletedAt)";

    public ValueTask<IReadOnlyList<ClusterMember>> FindAsync(string clusterId, int count, CancellationToken cancellationToken) =>
        QueryAsync(new QueryDefinition(MembersQuery).WithParameter("@count", count).WithParameter("@cluster", clusterId), cancellationToken);

    public ValueTask<IReadOnlyList<ClusterMember>> FindLeadersAsync(string clusterId, CancellationToken cancellationToken) =>
        QueryAsync(new QueryDefinition(LeadersQuery).WithParameter("@cluster", clusterId), cancellationToken);

    private async ValueTask<IReadOnlyList<ClusterMember>> QueryAsync(QueryDefinition query, CancellationToken cancellationToken)
    {
        var members = new List<ClusterMember>();
        using var pages = articles.GetItemQueryStreamIterator(query);
        while (pages.HasMoreResults)
        {
            using var page = await pages.ReadNextAsync(cancellationToken);
            page.EnsureSuccessStatusCode();
            using var json = await JsonDocument.ParseAsync(page.Content, cancellationToken: cancellationToken);
            foreach (var element in json.RootElement.GetProperty("Documents").EnumerateArray())
                members.Add(element.Deserialize(ClusterJson.Default.ClusterMember)!);
        }

        return members;
    }

    public async ValueTask SetAsync(
        ClusterMember member, string clusterId, bool isCanonical, CancellationToken cancellationToken)
    {
        var options = new PatchItemRequestOptions
        {
            FilterPredicate = "FROM c WHERE NOT IS_DEFINED(c.deletedAt) AND c.clusterId = "
                + JsonSerializer.Serialize(member.ClusterId, ClusterJson.Default.String),
            EnableContentResponseOnWrite = false,
        };
        using var response = await articles.PatchItemStreamAsync(
            member.Id,
            new PartitionKey(member.Id),
            [PatchOperation.Set("/clusterId", clusterId), PatchOperation.Set("/isCanonical", isCanonical)],
            options,
            cancellationToken);
        if (response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed))
            response.EnsureSuccessStatusCode();
    }
}
