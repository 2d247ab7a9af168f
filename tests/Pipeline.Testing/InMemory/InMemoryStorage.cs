using System.Globalization;
using System.Net;

namespace Pipeline.Testing.InMemory;

/// <summary>
/// Blob and Queue storage as far as the pipeline uses them, behind the real SDK clients: give it to them as their transport.
/// Deterministic, with a clock of its own, and without a thread: what Azurite is for real time, this is for stepping.
/// Requests that it does not know are answered 501, so that nothing passes by accident.
/// </summary>
public sealed class InMemoryStorage(TimeProvider clock) : HttpMessageHandler
{
    private const string Account = "devstoreaccount1";
    private const string BlobAuthority = "127.0.0.1:1";
    private const string QueueAuthority = "127.0.0.1:2";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Lock _gate = new();
    private readonly BlobService _blobs = new(clock);
    private readonly QueueService _queues = new(clock);

    /// <summary>For clients that use this as their transport.</summary>
    public static string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint=http://{BlobAuthority}/{Account};QueueEndpoint=http://{QueueAuthority}/{Account};";

    /// <summary>The bytes of every blob, by "container/name".</summary>
    public IReadOnlyDictionary<string, byte[]> Blobs()
    {
        lock (_gate)
        {
            return _blobs.Snapshot();
        }
    }

    /// <summary>The texts of every queue's messages, hidden ones included.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Queues()
    {
        lock (_gate)
        {
            return _queues.Snapshot();
        }
    }

    /// <summary>When the next hidden message can be received again; null when none is hidden.</summary>
    public DateTimeOffset? NextVisible()
    {
        lock (_gate)
        {
            return _queues.NextVisible();
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Send(request, request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, context: null, cancellationToken);
        return Send(request, body.ToArray());
    }

    private HttpResponseMessage Send(HttpRequestMessage request, byte[] body)
    {
        var call = new StorageCall(request, body);
        lock (_gate)
        {
            var answer = Answer(call);
            answer.RequestMessage = request;
            answer.Headers.TryAddWithoutValidation("x-ms-request-id", Guid.Empty.ToString());
            answer.Headers.TryAddWithoutValidation("x-ms-version", "2026-04-06");
            answer.Headers.Date = clock.GetUtcNow();
            return answer;
        }
    }

    private HttpResponseMessage Answer(StorageCall call)
    {
        try
        {
            return call.Authority switch
            {
                BlobAuthority => _blobs.Answer(call),
                QueueAuthority => _queues.Answer(call),
                _ => throw new StorageFault(HttpStatusCode.NotImplemented, "UnknownHost"),
            };
        }
        catch (StorageFault fault)
        {
            return fault.ToResponse(string.Create(CultureInfo.InvariantCulture, $"{call.Method} {call.Path}"));
        }
    }
}
