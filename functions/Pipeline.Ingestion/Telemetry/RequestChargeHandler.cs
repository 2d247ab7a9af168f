using Microsoft.Azure.Cosmos;

namespace Pipeline.Ingestion.Telemetry;

/// <summary>Counts the request units of every answer, throttled ones included. One instance serves one client.</summary>
public sealed class RequestChargeHandler(PipelineMetrics metrics) : RequestHandler
{
    public override async Task<ResponseMessage> SendAsync(RequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        metrics.Charged(response.Headers.RequestCharge, (int)response.StatusCode);
        return response;
    }
}
