using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Resources;

namespace Pipeline.LocalCosmos.Items;

/// <summary>
/// An item as a client sent it, checked and taken apart: the user's own properties as one run of UTF-8 (no outer braces,
/// no system properties), and what the store must know of them.
/// </summary>
internal sealed class ItemContent
{
    private const int DeepestNesting = 128;

    // A property that stands twice would be read as its first value here and as its last one there.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = DeepestNesting, AllowDuplicateProperties = false };

    private static ReadOnlySpan<byte> Bom => [0xEF, 0xBB, 0xBF];

    private ItemContent(string id, string partitionKey, int? timeToLive, byte[] properties, int indexedValues)
    {
        Id = id;
        PartitionKey = partitionKey;
        TimeToLive = timeToLive;
        Properties = properties;
        IndexedValues = indexedValues;
    }

    public string Id { get; }

    /// <summary>Canonical text; see <see cref="PartitionKeyText"/>.</summary>
    public string PartitionKey { get; }

    /// <summary>The item's own <c>ttl</c>: seconds, -1 for never, null for what the container says.</summary>
    public int? TimeToLive { get; }

    public byte[] Properties { get; }

    /// <summary>How many values the container's policy indexes.</summary>
    public int IndexedValues { get; }

    /// <param name="utf8">The item.</param>
    /// <param name="definition">Of its container.</param>
    /// <param name="partitionKey">What the request names as the item's partition, or null.</param>
    /// <exception cref="RequestRefusedException">
    /// 400: not JSON, no id, a value that the service refuses, or a partition key unlike the given one. 413: over 2 MB.
    /// </exception>
    public static ItemContent Parse(ReadOnlySpan<byte> utf8, ContainerDefinition definition, string? partitionKey = null)
    {
        if (utf8.Length > ItemResponses.LargestItem)
            throw new RequestRefusedException(ItemResponses.TooLarge);
        if (utf8.IsEmpty || !Utf8.IsValid(utf8))
            throw RequestRefusedException.BadRequest(utf8.IsEmpty ? "The item is empty." : "The item is not valid UTF-8.");
        try
        {
            if (utf8.StartsWith(Bom))
                utf8 = utf8[Bom.Length..];
            JsonElement.Parse(utf8, Strict);
            var item = new Parser(utf8, definition).Parse();
            return partitionKey is null || partitionKey == item.PartitionKey
                ? item
                : throw new RequestRefusedException(ItemResponses.PartitionKeyMismatch);
        }
        catch (JsonException exception)
        {
            throw RequestRefusedException.BadRequest("The item is not JSON: " + exception.Message);
        }
        catch (InvalidOperationException exception)
        {
            throw RequestRefusedException.BadRequest("The item holds text that is not valid UTF-8: " + exception.Message);
        }
    }

    private ref struct Parser(ReadOnlySpan<byte> utf8, ContainerDefinition definition)
    {
        private readonly ReadOnlySpan<byte> _utf8 = utf8;
        private readonly ArrayBufferWriter<byte> _properties = new(utf8.Length);
        private Utf8JsonReader _reader = new(utf8, new JsonReaderOptions { MaxDepth = DeepestNesting });
        private string? _id;
        private string _partitionKey = PartitionKeyText.Undefined;
        private int? _timeToLive;
        private int _indexed;

        public ItemContent Parse()
        {
            if (!_reader.Read() || _reader.TokenType != JsonTokenType.StartObject)
                throw RequestRefusedException.BadRequest("An item must be a JSON object.");

            while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
                ReadProperty();

            if (_reader.Read())
                throw RequestRefusedException.BadRequest("There is more than one JSON value.");
            if (_id is null)
                throw RequestRefusedException.BadRequest("The item has no id; it must be a string of 1 to 1,023 bytes.");
            return new ItemContent(_id, _partitionKey, _timeToLive, _properties.WrittenSpan.ToArray(), _indexed);
        }

        private void ReadProperty()
        {
            var start = (int)_reader.TokenStartIndex;
            var name = _reader.GetString()!;
            _reader.Read();
            var valueStart = (int)_reader.TokenStartIndex;
            switch (name)
            {
                case "_rid" or "_self" or "_etag" or "_attachments" or "_ts":
                    _reader.Skip();
                    return;
                case "id":
                    _id = ReadId();
                    break;
                case "ttl":
                    _timeToLive = ReadTimeToLive();
                    break;
            }

            _indexed += definition.IndexedPaths.CountValue(name, ref _reader);
            var end = (int)_reader.BytesConsumed;
            if (definition.PartitionKey.Segments is [var first, ..] && first == name)
                _partitionKey = ReadPartitionKey(_utf8[valueStart..end]);

            if (_properties.WrittenCount > 0)
                _properties.Write(","u8);
            _properties.Write(_utf8[start..end]);
        }

        private readonly string ReadId()
        {
            const int longest = 1023;
            if (_reader.TokenType != JsonTokenType.String || _reader.GetString() is not { Length: > 0 } id
                || System.Text.Encoding.UTF8.GetByteCount(id) > longest)
                throw RequestRefusedException.BadRequest("The id must be a string of 1 to 1,023 bytes.");
            if (id.AsSpan().IndexOfAny('/', '\\') >= 0)
                throw RequestRefusedException.BadRequest("The id must not hold '/' or '\\'.");
            return id;
        }

        private readonly int? ReadTimeToLive() => _reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.Number when _reader.TryGetInt32(out var seconds) && seconds is -1 or > 0 => seconds,
            _ => throw RequestRefusedException.BadRequest("ttl must be -1 or a positive whole number of seconds."),
        };

        private readonly string ReadPartitionKey(ReadOnlySpan<byte> value)
        {
            var reader = new Utf8JsonReader(value);
            return PartitionKeyText.Of(definition.PartitionKey.Find(JsonElement.ParseValue(ref reader), from: 1));
        }
    }
}
