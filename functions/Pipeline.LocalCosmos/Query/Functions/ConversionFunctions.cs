using System.Globalization;
using System.Text.Json;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Functions;

/// <summary>To a string, and from a string that holds JSON.</summary>
internal static class ConversionFunctions
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 128 };

    public static void Register(FunctionTable table)
    {
        table.Add("TOSTRING", ToText);
        table.Add("STRINGTONUMBER", value => Parsed(value, ValueKind.Number));
        table.Add("STRINGTOBOOLEAN", value => Parsed(value, ValueKind.Boolean));
        table.Add("STRINGTONULL", value => Parsed(value, ValueKind.Null));
        table.Add("STRINGTOARRAY", value => Parsed(value, ValueKind.Array));
        table.Add("STRINGTOOBJECT", value => Parsed(value, ValueKind.Object));
    }

    private static Value ToText(Value value) => value.Kind switch
    {
        ValueKind.Undefined or ValueKind.String => value,
        ValueKind.Number => Value.Of(ValueWriter.ToText(value.Detach())),
        _ => Value.Of(ValueWriter.ToText(value)),
    };

    private static Value Parsed(Value value, ValueKind wanted)
    {
        if (!value.TryString(out var text)) return Value.Undefined;
        if (wanted == ValueKind.Number)
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? Value.Of(number)
                : Value.Undefined;
        }
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            var parsed = Value.Of(document.RootElement);
            return parsed.Kind == wanted ? parsed.Detach() : Value.Undefined;
        }
        catch (JsonException)
        {
            // Text that is no JSON has no value; the service says undefined too.
            return Value.Undefined;
        }
    }
}
