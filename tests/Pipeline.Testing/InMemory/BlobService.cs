using System.Globalization;
using System.Net;

namespace Pipeline.Testing.InMemory;

/// <summary>The Blob service's REST operations on containers. Not thread safe.</summary>
internal sealed class BlobService(TimeProvider clock)
{
    private readonly SortedDictionary<string, BlobContainer> _containers = new(StringComparer.Ordinal);
    private int _versions;

    /// <summary>Bytes by "container/name".</summary>
    public Dictionary<string, byte[]> Snapshot() => _containers
        .SelectMany(container => container.Value.Blobs.Select(blob => (Path: $"{container.Key}/{blob.Key}", blob.Value.Content)))
        .ToDictionary(blob => blob.Path, blob => blob.Content, StringComparer.Ordinal);

    public HttpResponseMessage Answer(StorageCall call) => call.Query("restype") == "container"
        ? OnContainer(call)
        : OnBlob(call);

    private static StorageFault Unsupported() => new(HttpStatusCode.NotImplemented, "UnsupportedBlobRequest");

    private HttpResponseMessage OnContainer(StorageCall call) => (call.Method.Method, call.Comp) switch
    {
        ("PUT", "") => _containers.TryAdd(call.Container, new BlobContainer())
            ? Stamped(HttpStatusCode.Created, "\"container\"")
            : throw new StorageFault(HttpStatusCode.Conflict, "ContainerAlreadyExists"),
        ("GET" or "HEAD", "") when Container(call) is not null => Stamped(HttpStatusCode.OK, "\"container\""),
        ("DELETE", "") => _containers.Remove(call.Container) ? BlobAnswers.Empty(HttpStatusCode.Accepted) : throw NoContainer(),
        ("GET", "list") => BlobAnswers.List(call, Container(call)),
        _ => throw Unsupported(),
    };

    private HttpResponseMessage OnBlob(StorageCall call)
    {
        var container = Container(call);
        var blob = container.Blobs.GetValueOrDefault(call.Rest);
        BlobConditions.Check(call, blob);
        return (call.Method.Method, call.Comp) switch
        {
            ("PUT", "") => Write(call, container, call.Header("x-ms-copy-source") is { } source ? Find(source).Content : call.Body),
            ("PUT", "block") => Stage(call, container),
            ("PUT", "blocklist") => Write(call, container, BlobBlocks.Commit(call, container)),
            ("PUT", "appendblock") => Append(call, blob ?? throw NoBlob()),
            ("PUT", "metadata") => SetMetadata(call, blob ?? throw NoBlob()),
            ("GET", "") => BlobAnswers.Content(call, blob ?? throw NoBlob()),
            ("HEAD", "") => BlobAnswers.Properties(blob ?? throw NoBlob()),
            ("DELETE", "") => container.Blobs.Remove(call.Rest) ? BlobAnswers.Empty(HttpStatusCode.Accepted) : throw NoBlob(),
            _ => throw Unsupported(),
        };
    }

    private static StorageFault NoBlob() => new(HttpStatusCode.NotFound, "BlobNotFound");

    private static StorageFault NoContainer() => new(HttpStatusCode.NotFound, "ContainerNotFound");

    private static HttpResponseMessage Stage(StorageCall call, BlobContainer container)
    {
        container.Uncommitted[(call.Rest, call.Query("blockid") ?? "")] = call.Body;
        return BlobAnswers.Empty(HttpStatusCode.Created);
    }

    private BlobContainer Container(StorageCall call) => _containers.GetValueOrDefault(call.Container) ?? throw NoContainer();

    private StoredBlob Find(string address)
    {
        var parts = new Uri(address).AbsolutePath.TrimStart('/').Split('/', 3);
        return _containers.GetValueOrDefault(parts[1])?.Blobs.GetValueOrDefault(Uri.UnescapeDataString(parts[2])) ?? throw NoBlob();
    }

    private HttpResponseMessage Write(StorageCall call, BlobContainer container, byte[] content)
    {
        var blob = new StoredBlob
        {
            Content = content,
            Type = call.Header("x-ms-blob-type") ?? "BlockBlob",
            ETag = NextETag(),
            Written = clock.GetUtcNow(),
            ContentType = call.Header("x-ms-blob-content-type") ?? "application/octet-stream",
            Metadata = call.Headers("x-ms-meta-"),
        };
        container.Blobs[call.Rest] = blob;
        return Written(blob, HttpStatusCode.Created);
    }

    private HttpResponseMessage Append(StorageCall call, StoredBlob blob)
    {
        if (blob.Type != "AppendBlob")
        {
            throw new StorageFault(HttpStatusCode.Conflict, "InvalidBlobType");
        }

        blob.Content = [.. blob.Content, .. call.Body];
        Touch(blob);
        var answer = Written(blob, HttpStatusCode.Created);
        answer.Headers.Add("x-ms-blob-append-offset", (blob.Content.Length - call.Body.Length).ToString(CultureInfo.InvariantCulture));
        answer.Headers.Add("x-ms-blob-committed-block-count", (++blob.Blocks).ToString(CultureInfo.InvariantCulture));
        return answer;
    }

    private HttpResponseMessage SetMetadata(StorageCall call, StoredBlob blob)
    {
        blob.Metadata = call.Headers("x-ms-meta-");
        Touch(blob);
        return Written(blob, HttpStatusCode.OK);
    }

    private void Touch(StoredBlob blob) => (blob.ETag, blob.Written) = (NextETag(), clock.GetUtcNow());

    private HttpResponseMessage Written(StoredBlob blob, HttpStatusCode status)
    {
        var answer = Stamped(status, blob.ETag);
        answer.Headers.Add("x-ms-request-server-encrypted", "true");
        return answer;
    }

    private HttpResponseMessage Stamped(HttpStatusCode status, string etag)
    {
        var answer = BlobAnswers.Empty(status);
        BlobAnswers.Stamp(answer, etag, clock.GetUtcNow());
        return answer;
    }

    private string NextETag() => string.Create(CultureInfo.InvariantCulture, $"\"0x{++_versions:X15}\"");
}
