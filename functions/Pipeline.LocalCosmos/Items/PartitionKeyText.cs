using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Items;

/// <summary>A partition key value as canonical JSON text, the form in which it is stored and compared.</summary>
internal static class PartitionKeyText
{
    /// <summary>An item without the property, which is a partition of its own.</summary>
    public const string Undefined = "{}";

    /// <exception cref="RequestRefusedException">The value is an array or an object.</exception>
    public static string Of(JsonElement? value) => value is not { } present ? Undefined : present.ValueKind switch
    {
        JsonValueKind.String => Of(present.GetString()!),
        JsonValueKind.Number => Of(present.GetDouble()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "null",
        _ => throw RequestRefusedException.BadRequest("A partition key must be a string, a number, a boolean or null."),
    };

    public static string Of(string value) => string.Concat("\"", JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value), "\"");

    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads the header, a JSON array of one value; <c>[{}]</c> and <c>[]</c> are "undefined". Null without a header.
    /// </summary>
    public static string? FromHeader(string? header)
    {
        if (header is null)
            return null;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(header));
            var components = JsonElement.ParseValue(ref reader);
            if (components.ValueKind != JsonValueKind.Array || components.GetArrayLength() > 1)
                throw RequestRefusedException.BadRequest("The partition key header must hold one value; got " + header);
            if (components.GetArrayLength() == 0)
                return Undefined;
            var value = components[0];
            return value.ValueKind == JsonValueKind.Object ? Undefined : Of(value);
        }
        catch (JsonException)
        {
            throw RequestRefusedException.BadRequest("The partition key header is not JSON: " + header);
        }
    }
}
