using System.Globalization;
using System.Xml.Linq;

namespace Pipeline.Testing.InMemory;

/// <summary>A message in an <see cref="QueueService"/>.</summary>
internal sealed class StoredMessage(string id, string text, DateTimeOffset inserted)
{
    private static readonly TimeSpan TimeToLive = TimeSpan.FromDays(7);

    public string Id { get; } = id;

    public string Text { get; set; } = text;

    public required string PopReceipt { get; set; }

    public required DateTimeOffset VisibleAt { get; set; }

    public int DequeueCount { get; set; }

    public XElement ToXml(bool withText) => new(
        "QueueMessage",
        new XElement("MessageId", Id),
        new XElement("InsertionTime", Stamp(inserted)),
        new XElement("ExpirationTime", Stamp(inserted + TimeToLive)),
        new XElement("PopReceipt", PopReceipt),
        new XElement("TimeNextVisible", Stamp(VisibleAt)),
        withText ? new XElement("DequeueCount", DequeueCount) : null,
        withText ? new XElement("MessageText", Text) : null);

    private static string Stamp(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);
}
