using System.Net.Mime;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion.Operations;
using Pipeline.Ingestion.Quarantine;

namespace Pipeline.Functions.Operations;

/// <summary>What could not become a document, and why.</summary>
public sealed class ShowQuarantine(QuarantineReader reader, MessageRequeuer messages, QuarantineStore store)
{
    private const int Most = 1000;

    /// <summary>By id; <c>?stage=</c>, <c>?category=</c>, <c>?reason=</c> (words of it) and <c>?top=</c> (100) choose.</summary>
    [Function("ListQuarantine")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "quarantine")] HttpRequest request,
        CancellationToken cancellationToken) => Answer.OfAsync(async () =>
    {
        var top = Ask.Number(request.Query, "top", absent: 100, Most);
        IReadOnlyList<QuarantineView> found = await reader
            .FindAsync(Ask.Filter(request.Query), cancellationToken)
            .Take(top).Select(kept => QuarantineView.Of(kept.Record)).ToListAsync(cancellationToken);
        return Answer.Json(found, OperationsJson.Readable.IReadOnlyListQuarantineView);
    });

    /// <summary>Queue messages that name no article; <c>?top=</c> (100) chooses.</summary>
    [Function("ListQuarantinedMessages")]
    public Task<IActionResult> MessagesAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "quarantine/messages")] HttpRequest request,
        CancellationToken cancellationToken) => Answer.OfAsync(async () =>
    {
        var top = Ask.Number(request.Query, "top", absent: 100, Most);
        IReadOnlyList<MessageView> found = await messages.FindAsync(cancellationToken).Take(top).ToListAsync(cancellationToken);
        return Answer.Json(found, OperationsJson.Readable.IReadOnlyListMessageView);
    });

    [Function("ShowQuarantine")]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "quarantine/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await store.TryReadAsync(id, cancellationToken) is { } kept
            ? Answer.Json(QuarantineView.Of(kept.Record), OperationsJson.Readable.QuarantineView)
            : Answer.NotInQuarantine(id);

    /// <summary>The bytes as received, as a download: what they are nobody knows, so no browser may show them.</summary>
    [Function("DownloadQuarantined")]
    public async Task<IActionResult> DownloadAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "quarantine/{id}/original")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        try
        {
            var original = await store.OpenOriginalAsync(id, cancellationToken);
            return new FileStreamResult(original, MediaTypeNames.Application.Octet) { FileDownloadName = id };
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return Answer.NotInQuarantine(id);
        }
    }
}
