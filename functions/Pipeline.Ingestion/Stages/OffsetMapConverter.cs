using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Articles.Cleaning;

namespace Pipeline.Ingestion.Stages;

/// <summary>An offset map as one flat array of numbers.</summary>
internal sealed class OffsetMapConverter : JsonConverter<OffsetMap>
{
    public override OffsetMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("An offset map is an array of numbers.");
        }

        var numbers = new List<int>();
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            numbers.Add(reader.GetInt32());
        }

        return OffsetMap.FromFlat([.. numbers]);
    }

    public override void Write(Utf8JsonWriter writer, OffsetMap value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var number in value.ToFlat())
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }
}
