using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion.Operations;

namespace Pipeline.Functions.Operations;

/// <summary>Where the articles are: queues, in flight, quarantine.</summary>
public sealed class ShowStatus(StatusReader status)
{
    [Function(nameof(ShowStatus))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "status")] HttpRequest request,
        CancellationToken cancellationToken) =>
        Answer.Json(await status.ReadAsync(cancellationToken), OperationsJson.Readable.PipelineStatus);
}
