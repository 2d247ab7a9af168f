using System.Globalization;
using System.Net;
using Azure;
using Azure.Identity;
using Microsoft.Azure.Cosmos;
using Pipeline.Ingestion.Deduplication.Stores;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Failures;

/// <summary>Reads an SDK's exception as an outcome.</summary>
internal static class ServiceFailure
{
    /// <summary>Null for what no service threw: that is a fault of our own, and the runner lets it surface.</summary>
    public static StageOutcome? TryRead(Exception exception) => exception switch
    {
        CosmosException cosmos => Of("Cosmos DB", cosmos.StatusCode, Reason(cosmos), cosmos.RetryAfter),
        RequestFailedException request => Of(
            "An Azure service", (HttpStatusCode)request.Status, FirstLine(request.Message), RetryAfter(request)),
        AuthenticationFailedException identity => StageOutcome.Failed(new Failure(
            FailureCategory.Misconfigured, "The app's identity could not sign in: " + FirstLine(identity.Message))),
        HttpRequestException http => Unreachable(http),
        IOException io => Unreachable(io),
        StoreContentionException => StageOutcome.Failed(new Failure(FailureCategory.Conflict, exception.Message)),
        TimeoutException => StageOutcome.Failed(new Failure(FailureCategory.Timeout, exception.Message)),
        AggregateException { InnerException: { } inner } => TryRead(inner),
        _ => null,
    };

    public static Failure Unexpected(Exception exception) => new(
        FailureCategory.Unexpected,
        $"A fault of the pipeline itself, {exception.GetType().Name}: {FirstLine(exception.Message)} "
            + "Report it with the log; requeue the article when it is mended.");

    private static StageOutcome Of(string service, HttpStatusCode status, string message, TimeSpan? after)
    {
        var category = (int)status switch
        {
            429 => FailureCategory.Throttled,
            408 => FailureCategory.Timeout,
            409 or 412 or 449 => FailureCategory.Conflict,
            401 or 403 or 404 => FailureCategory.Misconfigured,
            413 => FailureCategory.TooLarge,
            // 0: the request never got an answer.
            0 or >= 500 => FailureCategory.Unavailable,
            _ => FailureCategory.Refused,
        };
        var reason = string.Create(CultureInfo.InvariantCulture, $"{service} answered {(int)status}: {message}");
        return StageOutcome.Failed(new Failure(category, reason), after);
    }

    private static StageOutcome Unreachable(Exception exception) =>
        StageOutcome.Failed(new Failure(FailureCategory.Unavailable, "A service is out of reach: " + exception.Message));

    private static TimeSpan? RetryAfter(RequestFailedException exception) =>
        exception.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var value) == true
        && int.TryParse(value, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    // The SDK's message is a wall of diagnostics with line breaks inside; its response body is the reason alone.
    private static string Reason(CosmosException exception) =>
        FirstLine(string.IsNullOrWhiteSpace(exception.ResponseBody) ? exception.Message : exception.ResponseBody.Trim());

    private static string FirstLine(string message)
    {
        var end = message.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? message : message[..end];
    }
}
