using Pipeline.LocalCosmos.Charges;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Items;

/// <summary>The refusals of item operations, in the service's words.</summary>
internal static class ItemResponses
{
    public const int LargestItem = 2 * 1024 * 1024;

    public static CosmosResponse NotFound(long lsn) => Error(404, "NotFound",
        "Entity with the specified id does not exist in the system.", lsn, RequestCharge.Miss);

    public static CosmosResponse Conflict(long lsn, double charge) => Error(409, "Conflict",
        "Entity with the specified id already exists in the system.", lsn, charge);

    public static CosmosResponse UniqueKeyConflict(long lsn, double charge) => Error(409, "Conflict",
        "Unique index constraint violation: another item of this partition has the same unique key.", lsn, charge);

    public static CosmosResponse PreconditionFailed(long lsn) => Error(412, "PreconditionFailed",
        "One of the specified pre-condition is not met: the item's _etag is another.", lsn, RequestCharge.Miss);

    public static CosmosResponse TooLarge { get; } = CosmosResponse.Error(413, "RequestEntityTooLarge",
        "Request size is too large: an item may have at most 2 MB.");

    public static CosmosResponse PartitionKeyMismatch { get; } = CosmosResponse.BadRequest(
        "PartitionKey extracted from document doesn't match the one specified in the header", 1001);

    public static CosmosResponse OtherId { get; } =
        CosmosResponse.BadRequest("An item cannot be given another id; delete it and create a new one.");

    public static CosmosResponse Found(StoredItem item, ItemConditions conditions, long lsn) => conditions.IsUnchanged(item.ETag)
        ? new CosmosResponse(304) { Charge = RequestCharge.Miss, ETag = item.ETag, Lsn = lsn }
        : new CosmosResponse(200, item.Body) { Charge = RequestCharge.Read(item.Body.Length), ETag = item.ETag, Lsn = lsn };

    private static CosmosResponse Error(int status, string code, string message, long lsn, double charge) =>
        CosmosResponse.Error(status, code, message, charge: charge, lsn: lsn);
}
