using Microsoft.Azure.Cosmos;

namespace Pipeline.LocalCosmos.Tests.Testing;

internal static class Drain
{
    /// <summary>Every result of a query, page by page.</summary>
    public static async Task<List<T>> QueryAsync<T>(
        this Container container, QueryDefinition query, string? partitionKey = null, int? pageSize = null)
    {
        var options = new QueryRequestOptions
        {
            PartitionKey = partitionKey is null ? null : new PartitionKey(partitionKey),
            MaxItemCount = pageSize,
        };
        using var iterator = container.GetItemQueryIterator<T>(query, requestOptions: options);
        return await iterator.ToListAsync();
    }

    public static Task<List<T>> QueryAsync<T>(
        this Container container, string query, string? partitionKey = null, int? pageSize = null) =>
        container.QueryAsync<T>(new QueryDefinition(query), partitionKey, pageSize);

    public static async Task<List<T>> ToListAsync<T>(this FeedIterator<T> iterator)
    {
        var results = new List<T>();
        while (iterator.HasMoreResults)
            results.AddRange(await iterator.ReadNextAsync());
        return results;
    }
}
