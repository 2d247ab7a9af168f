using System.Net;

namespace Pipeline.Testing.InMemory;

/// <summary>If-Match and If-None-Match, with the codes that the Blob service answers.</summary>
internal static class BlobConditions
{
    public static void Check(StorageCall call, StoredBlob? blob)
    {
        if (call.Header("If-Match") is { } match && (blob is null || (match != "*" && match != blob.ETag)))
        {
            throw new StorageFault(HttpStatusCode.PreconditionFailed, "ConditionNotMet");
        }

        if (call.Header("If-None-Match") is not { } none || blob is null || (none != "*" && none != blob.ETag))
        {
            return;
        }

        var reads = call.Method == HttpMethod.Get || call.Method == HttpMethod.Head;
        throw none == "*"
            ? new StorageFault(HttpStatusCode.Conflict, "BlobAlreadyExists")
            : new StorageFault(reads ? HttpStatusCode.NotModified : HttpStatusCode.PreconditionFailed, "ConditionNotMet");
    }
}
