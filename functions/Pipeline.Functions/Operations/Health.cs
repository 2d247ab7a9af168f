using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion.Operations;

namespace Pipeline.Functions.Operations;

/// <summary>Whether the process lives, and whether what it needs can be reached.</summary>
public sealed class Health(Readiness readiness)
{
    /// <summary>For anybody: it says nothing but that the process answers.</summary>
    [Function("HealthLive")]
    public static IActionResult Live(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request) => new OkResult();

    /// <summary>503 with what is wrong; the names in it are not for everybody, hence the key.</summary>
    [Function("HealthReady")]
    public async Task<IActionResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "health/ready")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var report = await readiness.CheckAsync(cancellationToken);
        var status = report.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return Answer.Json(report, OperationsJson.Readable.ReadinessReport, status);
    }
}
