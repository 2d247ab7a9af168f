using System.Text;
using System.Text.Json;

namespace Pipeline.Ingestion.Removing;

/// <summary>Which file was deleted, from an event of Event Grid in its own schema or in that of CloudEvents.</summary>
public sealed record BlobDeletedEvent(string Container, string Blob)
{
    private const string EventType = "Microsoft.Storage.BlobDeleted";
    private const string SubjectStart = "/blobServices/default/containers/";
    private const string BlobPart = "/blobs/";

    /// <summary>Null for anything else.</summary>
    public static BlobDeletedEvent? TryParse(BinaryData message)
    {
        try
        {
            using var json = JsonDocument.Parse(Decoded(message.ToMemory()));
            return json.RootElement.ValueKind == JsonValueKind.Object && Text(json.RootElement, "eventType", "type") == EventType
                ? Of(Text(json.RootElement, "subject"))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As Event Grid writes it.</summary>
    public BinaryData ToMessage(DateTimeOffset at) => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(new
    {
        id = Guid.NewGuid(),
        eventType = EventType,
        subject = SubjectStart + Container + BlobPart + Blob,
        eventTime = at,
        dataVersion = "",
        data = new { api = "DeleteBlob" },
    }));

    private static BlobDeletedEvent? Of(string? subject)
    {
        if (subject?.StartsWith(SubjectStart, StringComparison.Ordinal) != true)
            return null;
        var rest = subject[SubjectStart.Length..];
        var split = rest.IndexOf(BlobPart, StringComparison.Ordinal);
        return split <= 0 ? null : new BlobDeletedEvent(rest[..split], rest[(split + BlobPart.Length)..]);
    }

    private static string? Text(JsonElement json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
                return value.GetString();
        return null;
    }

    /// <summary>Event Grid writes its messages in base64, whatever the queue's other senders do.</summary>
    private static ReadOnlyMemory<byte> Decoded(ReadOnlyMemory<byte> message)
    {
        var bytes = new byte[message.Length];
        return Convert.TryFromBase64String(Encoding.UTF8.GetString(message.Span), bytes, out var length) ? bytes.AsMemory(0, length) : message;
    }
}
