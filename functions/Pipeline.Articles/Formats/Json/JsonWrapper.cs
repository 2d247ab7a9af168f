using System.Text.Json;

namespace Pipeline.Articles.Formats.Json;

/// <summary>
/// Finds the list in answers of news services and exports: {"status": "ok", "articles": [{...}]}, {"response": {"docs": [...]}},
/// {"hits": {"hits": [...]}}. The list must begin in the first bytes, as it does in all of them.
/// </summary>
internal static class JsonWrapper
{
    public const int HeadLength = 64 * 1024;

    private const int MaxLevels = 4;

    public static JsonRoute Find(ReadOnlySpan<byte> head)
    {
        var bom = head.StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(head[bom..], isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 1000 }));
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && Walk(ref reader) is { } offset
                ? new JsonRoute(offset + bom, Wrapped: true) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Walks through the fields of the outer objects until one is a list of objects under a name of lists.</summary>
    private static int? Walk(ref Utf8JsonReader reader)
    {
        for (var level = 1; reader.Read() && level > 0;)
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                level--;
                continue;
            }

            var name = FieldNames.Wrapper(reader.ValueSpan);
            if (name == WrapperName.Body || !reader.Read())
            {
                // An object with a text of its own is an article, whatever lists hang on it.
                return null;
            }

            if (name >= WrapperName.List && reader.TokenType == JsonTokenType.StartArray)
            {
                var offset = (int)reader.TokenStartIndex;
                var inner = reader;
                if (!inner.Read() || inner.TokenType is JsonTokenType.StartObject or JsonTokenType.EndArray)
                {
                    return offset;
                }
            }

            if (name >= WrapperName.Holder && reader.TokenType == JsonTokenType.StartObject && level < MaxLevels)
            {
                level++;
            }
            else if (!reader.TrySkip())
            {
                return null;
            }
        }

        return null;
    }
}
