using System.Globalization;
using Pipeline.LocalCosmos.Items;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Feeds;

/// <summary>What feeds and queries have in common: whose items, and how many at most.</summary>
/// <param name="PartitionKey">Canonical text; null for every partition.</param>
/// <param name="MaxItemCount">Items a page at most.</param>
internal readonly record struct FeedRequest(string? PartitionKey, int MaxItemCount)
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1000;

    /// <exception cref="RequestRefusedException">It asks for a part of the hash range, which one range cannot give.</exception>
    public static FeedRequest From(CosmosRequest request)
    {
        var (start, end) = (request.Header(CosmosHeaders.StartEpk), request.Header(CosmosHeaders.EndEpk));
        if (start is not (null or "") || end is not (null or "" or "FF"))
            throw RequestRefusedException.BadRequest(
                $"LocalCosmos has one range of all keys and cannot read from {start} to {end}.");

        var most = int.TryParse(request.Header(CosmosHeaders.MaxItemCount), CultureInfo.InvariantCulture, out var asked)
            ? asked < 0 ? LargestPage : Math.Clamp(asked, 1, LargestPage)
            : DefaultPage;
        return new FeedRequest(PartitionKeyText.FromHeader(request.Header(CosmosHeaders.PartitionKey)), most);
    }
}
