using Pipeline.LocalCosmos.Patches;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Resources;
using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Items;

/// <summary>Single items: create, upsert, read, replace, patch, delete.</summary>
internal sealed class ItemsEndpoint(StorageEngine storage, PatchParser patches, TimeProvider clock)
{
    private readonly ItemWriter _writer = new(clock);

    public Task<CosmosResponse> WriteAsync(CosmosRequest request, ContainerResource container)
    {
        var kind = request.IsTrue(CosmosHeaders.IsUpsert) ? ItemOperationKind.Upsert : ItemOperationKind.Create;
        return ExecuteAsync(container, OfContent(kind, request, container));
    }

    public Task<CosmosResponse> ReplaceAsync(CosmosRequest request, ContainerResource container, string id) =>
        ExecuteAsync(container, OfContent(ItemOperationKind.Replace, request, container) with { Id = id });

    public Task<CosmosResponse> PatchAsync(CosmosRequest request, ContainerResource container, string id) =>
        ExecuteAsync(container, Addressed(ItemOperationKind.Patch, request, id) with { Patch = patches.Parse(request.Body) });

    public Task<CosmosResponse> DeleteAsync(CosmosRequest request, ContainerResource container, string id) =>
        ExecuteAsync(container, Addressed(ItemOperationKind.Delete, request, id));

    public CosmosResponse Read(CosmosRequest request, ContainerResource container, string id)
    {
        var key = RequiredPartitionKey(request);
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var found = storage.Readers.Read((container, key, id, now), static (connection, ask) =>
        {
            var statement = connection.Statement(ask.container.Sql.Find).Bind(1, ask.key).Bind(2, ask.id).Bind(3, ask.now);
            if (!statement.Read())
                return default;
            var item = new StoredItem(statement.Utf8(0), statement.Text(1));
            statement.Reset();
            return item;
        });

        return found.Body is null
            ? ItemResponses.NotFound(container.Lsn)
            : ItemResponses.Found(found, ItemConditions.From(request), container.Lsn);
    }

    /// <summary>Runs one operation as a transaction of its own.</summary>
    public Task<CosmosResponse> ExecuteAsync(ContainerResource container, ItemOperation operation) => storage.Writer.WriteAsync(
        connection =>
        {
            var response = _writer.Execute(connection, container, operation);
            return (response, response.IsSuccess);
        },
        response => container.Sequence.Commit(response.Lsn));

    /// <summary>Runs operations as one transaction: all of them, or nothing up to the first that is refused.</summary>
    /// <returns>An answer for each operation that ran; the last is the refusal if there was one.</returns>
    public Task<List<CosmosResponse>> ExecuteAtomicallyAsync(
        ContainerResource container, IReadOnlyList<ItemOperation> operations) => storage.Writer.WriteAsync(
        connection =>
        {
            var responses = new List<CosmosResponse>(operations.Count);
            foreach (var operation in operations)
            {
                responses.Add(_writer.Execute(connection, container, operation));
                if (!responses[^1].IsSuccess)
                    return (responses, false);
            }

            return (responses, true);
        },
        responses => container.Sequence.Commit(responses.Max(response => response.Lsn)));

    private static ItemOperation OfContent(ItemOperationKind kind, CosmosRequest request, ContainerResource container)
    {
        var given = PartitionKeyText.FromHeader(request.Header(CosmosHeaders.PartitionKey));
        var content = ItemContent.Parse(request.Body.Span, container.Definition, given);
        return new ItemOperation(kind, content.PartitionKey)
        {
            Content = content, Conditions = ItemConditions.From(request), Minimal = request.PrefersMinimal,
        };
    }

    private static ItemOperation Addressed(ItemOperationKind kind, CosmosRequest request, string id) =>
        new(kind, RequiredPartitionKey(request))
        {
            Id = id, Conditions = ItemConditions.From(request), Minimal = request.PrefersMinimal,
        };

    private static string RequiredPartitionKey(CosmosRequest request) =>
        PartitionKeyText.FromHeader(request.Header(CosmosHeaders.PartitionKey))
        ?? throw RequestRefusedException.BadRequest("PartitionKey value must be supplied for this operation.");
}
