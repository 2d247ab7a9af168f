using System.Text.Json.Nodes;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Queries;
using Pipeline.LocalCosmos.Resources;
using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Throughput;

/// <summary>Lists, finds, reads and changes throughput. It is remembered, and nothing is throttled by it.</summary>
internal sealed class OffersEndpoint(StorageEngine storage, ResourceQueries queries)
{
    private const int Scaling = 10;

    public CosmosResponse List() => ResourceFeed.Of("", "Offers", Bodies());

    public CosmosResponse Query(CosmosRequest request) => queries.Execute(request, "", "Offers", Bodies());

    public CosmosResponse Read(string rid) =>
        storage.Readers.Read(OfferStore.ReadAll).Find(offer => offer.Rid == rid) is { } found
            ? new CosmosResponse(200, found.ToJson())
            : NotFound;

    public Task<CosmosResponse> ReplaceAsync(CosmosRequest request, string rid)
    {
        var content = Content(ResourceJson.ParseObject(request.Body.Span));
        return storage.Writer.WriteAsync(connection =>
        {
            if (OfferStore.ReadAll(connection).Find(offer => offer.Rid == rid) is not { } found)
                return (NotFound, false);
            var changed = found with { Content = content };
            OfferStore.Change(connection, changed);
            return (new CosmosResponse(200, changed.ToJson()), true);
        });
    }

    private static CosmosResponse NotFound => CosmosResponse.NotFound("The offer does not exist.");

    private static string Content(JsonObject offer)
    {
        if (offer["content"] is not JsonObject content)
            throw RequestRefusedException.BadRequest("An offer needs its content.");
        if (content["offerAutopilotSettings"]?["maxThroughput"] is JsonValue most)
            content["offerThroughput"] = most.GetValue<int>() / Scaling;
        return content["offerThroughput"] is JsonValue value && value.TryGetValue<int>(out var throughput)
            && throughput % 100 == 0
            ? content.ToJsonString()
            : throw RequestRefusedException.BadRequest("The throughput must be a multiple of 100.");
    }

    private IEnumerable<byte[]> Bodies() => storage.Readers.Read(OfferStore.ReadAll).Select(offer => offer.ToJson());
}
