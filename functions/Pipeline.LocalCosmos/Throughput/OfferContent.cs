using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Resources;

namespace Pipeline.LocalCosmos.Throughput;

/// <summary>The throughput that a creation asks for, as an offer's <c>content</c>. Nothing is throttled by it.</summary>
internal static class OfferContent
{
    private const int Least = 400;

    public static string Default => Manual(Least);

    /// <summary>Null when the request says nothing about throughput.</summary>
    public static string? From(CosmosRequest request)
    {
        if (request.Header(CosmosHeaders.AutopilotSettings) is { } autopilot)
        {
            var settings = ResourceJson.ParseObject(System.Text.Encoding.UTF8.GetBytes(autopilot));
            var most = settings["maxThroughput"]?.GetValue<int>() ?? 10 * Least;
            return new JsonObject
            {
                ["offerThroughput"] = most / 10,
                ["offerAutopilotSettings"] = new JsonObject { ["maxThroughput"] = most },
            }.ToJsonString();
        }

        if (request.Header(CosmosHeaders.OfferThroughput) is not { } text)
            return null;
        return int.TryParse(text, CultureInfo.InvariantCulture, out var throughput)
            && throughput >= Least && throughput % 100 == 0
            ? Manual(throughput)
            : throw RequestRefusedException.BadRequest("The throughput must be at least 400 and a multiple of 100.");
    }

    private static string Manual(int throughput) => new JsonObject
    {
        ["offerThroughput"] = throughput,
        ["offerIsRUPerMinuteThroughputEnabled"] = false,
    }.ToJsonString();
}
