using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;

namespace Pipeline.Testing.InMemory;

/// <summary>Answers of the Blob service.</summary>
internal static class BlobAnswers
{
    private const int PageSize = 5000;

    public static HttpResponseMessage Empty(HttpStatusCode status) => new(status) { Content = new ByteArrayContent([]) };

    public static void Stamp(HttpResponseMessage answer, string etag, DateTimeOffset written)
    {
        answer.Headers.TryAddWithoutValidation("ETag", etag);
        answer.Content.Headers.LastModified = written;
    }

    public static HttpResponseMessage Properties(StoredBlob blob)
    {
        var answer = Describe(blob, HttpStatusCode.OK, []);
        answer.Content.Headers.ContentLength = blob.Content.Length;
        return answer;
    }

    public static HttpResponseMessage Content(StorageCall call, StoredBlob blob)
    {
        if ((call.Header("x-ms-range") ?? call.Header("Range")) is not { } range)
        {
            return Describe(blob, HttpStatusCode.OK, blob.Content);
        }

        var ends = range["bytes=".Length..].Split('-');
        var from = int.Parse(ends[0], CultureInfo.InvariantCulture);
        if (from >= blob.Content.Length)
        {
            throw new StorageFault(HttpStatusCode.RequestedRangeNotSatisfiable, "InvalidRange");
        }

        var last = ends[1].Length == 0
            ? blob.Content.Length - 1
            : (int)Math.Min(long.Parse(ends[1], CultureInfo.InvariantCulture), blob.Content.Length - 1);
        var answer = Describe(blob, HttpStatusCode.PartialContent, blob.Content[from..(last + 1)]);
        answer.Content.Headers.ContentRange = new ContentRangeHeaderValue(from, last, blob.Content.Length);
        return answer;
    }

    public static HttpResponseMessage List(StorageCall call, BlobContainer container)
    {
        var prefix = call.Query("prefix") ?? "";
        var marker = call.Query("marker") ?? "";

        // The SDK writes "Metadata"; the service does not mind.
        var withMetadata = (call.Query("include") ?? "").Contains("metadata", StringComparison.OrdinalIgnoreCase);
        var most = Math.Min(call.Number("maxresults", PageSize), PageSize);
        var found = container.Blobs
            .Where(blob => blob.Key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(blob.Key, marker) >= 0)
            .Take(most + 1).ToList();
        var answer = new XElement(
            "EnumerationResults",
            new XElement("Prefix", prefix),
            new XElement("Blobs", found.Take(most).Select(blob => Entry(blob.Key, blob.Value, withMetadata))),
            new XElement("NextMarker", found.Count > most ? found[most].Key : ""));
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + answer, Encoding.UTF8, "application/xml"),
        };
    }

    private static XElement Entry(string name, StoredBlob blob, bool withMetadata) => new(
        "Blob",
        new XElement("Name", name),
        new XElement(
            "Properties",
            new XElement("Creation-Time", blob.Written.ToString("R", CultureInfo.InvariantCulture)),
            new XElement("Last-Modified", blob.Written.ToString("R", CultureInfo.InvariantCulture)),
            new XElement("Etag", blob.ETag.Trim('"')),
            new XElement("Content-Length", blob.Content.Length),
            new XElement("Content-Type", blob.ContentType),
            new XElement("BlobType", blob.Type)),
        withMetadata ? new XElement("Metadata", blob.Metadata.Select(item => new XElement(item.Key, item.Value))) : null);

    private static HttpResponseMessage Describe(StoredBlob blob, HttpStatusCode status, byte[] content)
    {
        var answer = new HttpResponseMessage(status) { Content = new ByteArrayContent(content) };
        Stamp(answer, blob.ETag, blob.Written);
        answer.Headers.Add("x-ms-blob-type", blob.Type);
        answer.Headers.Add("x-ms-creation-time", blob.Written.ToString("R", CultureInfo.InvariantCulture));
        answer.Headers.Add("x-ms-server-encrypted", "true");
        answer.Headers.Add("Accept-Ranges", "bytes");
        answer.Content.Headers.TryAddWithoutValidation("Content-Type", blob.ContentType);
        foreach (var (name, value) in blob.Metadata)
        {
            answer.Headers.TryAddWithoutValidation("x-ms-meta-" + name, value);
        }

        return answer;
    }
}
