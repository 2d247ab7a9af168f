using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Pipeline.Testing.InMemory;

/// <summary>The Queue service's REST operations on messages and queues. Not thread safe.</summary>
internal sealed class QueueService(TimeProvider clock)
{
    private readonly SortedDictionary<string, List<StoredMessage>> _queues = new(StringComparer.Ordinal);
    private int _numbers;

    public DateTimeOffset? NextVisible()
    {
        var now = clock.GetUtcNow();
        return _queues.Values.SelectMany(messages => messages).Where(message => message.VisibleAt > now)
            .Select(message => (DateTimeOffset?)message.VisibleAt).Min();
    }

    /// <summary>Texts of the messages by queue.</summary>
    public Dictionary<string, IReadOnlyList<string>> Snapshot() => _queues.ToDictionary(
        queue => queue.Key, queue => (IReadOnlyList<string>)[.. queue.Value.Select(message => message.Text)], StringComparer.Ordinal);

    public HttpResponseMessage Answer(StorageCall call) => (call.Method.Method, call.Comp, call.Rest) switch
    {
        ("GET", "list", "") => List(call.Query("prefix") ?? ""),
        ("PUT", "", "") => Empty(_queues.TryAdd(call.Container, []) ? HttpStatusCode.Created : HttpStatusCode.NoContent),
        ("DELETE", "", "") => Empty(_queues.Remove(call.Container) ? HttpStatusCode.NoContent : throw NoQueue()),
        ("GET" or "HEAD", "metadata", "") => Properties(Messages(call)),
        ("POST", "", "messages") => Send(call, Messages(call)),
        ("GET", "", "messages") => Receive(call, Messages(call)),
        ("DELETE", "", "messages") => Clear(Messages(call)),
        ("DELETE", "", _) => Delete(call, Messages(call)),
        ("PUT", "", _) => Update(call, Messages(call)),
        _ => throw new StorageFault(HttpStatusCode.NotImplemented, "UnsupportedQueueRequest"),
    };

    private static StorageFault NoQueue() => new(HttpStatusCode.NotFound, "QueueNotFound");

    private static HttpResponseMessage Empty(HttpStatusCode status) => new(status) { Content = new ByteArrayContent([]) };

    private static HttpResponseMessage Properties(List<StoredMessage> messages)
    {
        var answer = Empty(HttpStatusCode.OK);
        answer.Headers.Add("x-ms-approximate-messages-count", messages.Count.ToString(CultureInfo.InvariantCulture));
        return answer;
    }

    private static HttpResponseMessage Clear(List<StoredMessage> messages)
    {
        messages.Clear();
        return Empty(HttpStatusCode.NoContent);
    }

    private static HttpResponseMessage Delete(StorageCall call, List<StoredMessage> messages)
    {
        messages.Remove(Owned(call, messages));
        return Empty(HttpStatusCode.NoContent);
    }

    private static StoredMessage Owned(StorageCall call, List<StoredMessage> messages)
    {
        var id = call.Rest["messages/".Length..];
        var message = messages.Find(message => message.Id == id) ?? throw new StorageFault(HttpStatusCode.NotFound, "MessageNotFound");
        return message.PopReceipt == call.Query("popreceipt")
            ? message
            : throw new StorageFault(HttpStatusCode.BadRequest, "PopReceiptMismatch");
    }

    private static HttpResponseMessage Xml(HttpStatusCode status, IEnumerable<XElement> messages) =>
        Xml(status, new XElement("QueueMessagesList", messages));

    private static HttpResponseMessage Xml(HttpStatusCode status, XElement root) => new(status)
    {
        Content = new StringContent("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + root, Encoding.UTF8, "application/xml"),
    };

    private HttpResponseMessage List(string prefix) => Xml(HttpStatusCode.OK, new XElement(
        "EnumerationResults",
        new XElement(
            "Queues",
            _queues.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => new XElement("Queue", new XElement("Name", name)))),
        new XElement("NextMarker")));

    private List<StoredMessage> Messages(StorageCall call) => _queues.GetValueOrDefault(call.Container) ?? throw NoQueue();

    private HttpResponseMessage Send(StorageCall call, List<StoredMessage> messages)
    {
        var now = clock.GetUtcNow();
        var message = new StoredMessage(Next("message"), Text(call), now)
        {
            PopReceipt = Next("receipt"),
            VisibleAt = now.AddSeconds(call.Number("visibilitytimeout", 0)),
        };
        messages.Add(message);
        return Xml(HttpStatusCode.Created, [message.ToXml(withText: false)]);
    }

    private HttpResponseMessage Receive(StorageCall call, List<StoredMessage> messages)
    {
        var now = clock.GetUtcNow();
        var peek = call.Query("peekonly") == "true";
        var taken = messages.Where(message => message.VisibleAt <= now).Take(call.Number("numofmessages", 1)).ToList();
        foreach (var message in peek ? [] : taken)
        {
            message.DequeueCount++;
            message.PopReceipt = Next("receipt");
            message.VisibleAt = now.AddSeconds(call.Number("visibilitytimeout", 30));
        }

        return Xml(HttpStatusCode.OK, taken.Select(message => message.ToXml(withText: true)));
    }

    private HttpResponseMessage Update(StorageCall call, List<StoredMessage> messages)
    {
        var message = Owned(call, messages);
        message.PopReceipt = Next("receipt");
        message.VisibleAt = clock.GetUtcNow().AddSeconds(call.Number("visibilitytimeout", 0));
        message.Text = call.Body.Length > 0 ? Text(call) : message.Text;
        var answer = Empty(HttpStatusCode.NoContent);
        answer.Headers.Add("x-ms-popreceipt", message.PopReceipt);
        answer.Headers.Add("x-ms-time-next-visible", message.VisibleAt.ToString("R", CultureInfo.InvariantCulture));
        return answer;
    }

    private static string Text(StorageCall call)
    {
        using var body = new MemoryStream(call.Body);
        return XElement.Load(body).Element("MessageText")?.Value ?? "";
    }

    private string Next(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{++_numbers:d6}");
}
