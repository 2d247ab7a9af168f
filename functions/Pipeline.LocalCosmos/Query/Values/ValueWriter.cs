using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipeline.LocalCosmos.Query.Values;

/// <summary>Writes values as JSON. What comes unchanged from a document is copied byte for byte.</summary>
internal static class ValueWriter
{
    // A document may be 256 levels deep, and an expression may wrap it in 200 more.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1000,
        SkipValidation = true,
    };

    public static byte[] ToUtf8(in Value value)
    {
        if (value.TryElement(out var element)) return JsonMarshal.GetRawUtf8Value(element).ToArray();
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(writer, value);
        return buffer.WrittenSpan.ToArray();
    }

    public static string ToText(in Value value) => Encoding.UTF8.GetString(ToUtf8(value));

    public static void Write(Utf8JsonWriter writer, in Value value)
    {
        if (value.TryElement(out var element))
        {
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
            return;
        }
        switch (value.Kind)
        {
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value.IsTrue);
                break;
            case ValueKind.Number when value.TryInteger(out var integer) && Math.Abs(integer) < 1L << 53:
                writer.WriteNumberValue(integer);
                break;
            case ValueKind.Number:
                writer.WriteNumberValue(value.AsNumber());
                break;
            case ValueKind.String when !JsonStrings.IsWellFormed(value.AsString()):
                writer.WriteRawValue(JsonStrings.Escape(value.AsString()), skipInputValidation: true);
                break;
            case ValueKind.String:
                writer.WriteStringValue(value.AsString());
                break;
            case ValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.Items) Write(writer, item);
                writer.WriteEndArray();
                break;
            case ValueKind.Object:
                writer.WriteStartObject();
                foreach (var (name, item) in value.Properties)
                {
                    writer.WritePropertyName(name);
                    Write(writer, item);
                }
                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
