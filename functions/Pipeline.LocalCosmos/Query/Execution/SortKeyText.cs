using System.Text.Json;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Execution;

/// <summary>Sort keys in a token: an empty array for undefined; an empty array or object for any, because they rank alike.</summary>
internal static class SortKeyText
{
    public static JsonElement[] Write(Value key)
    {
        if (!key.IsDefined) return [];
        var ranked = key.Kind switch
        {
            ValueKind.Array => Value.Of([]),
            ValueKind.Object => Value.Of(new ObjectValue([])),
            _ => key,
        };
        using var document = JsonDocument.Parse(ValueWriter.ToUtf8(ranked));
        return [document.RootElement.Clone()];
    }

    public static Value Read(JsonElement[] key) => key.Length == 0 ? Value.Undefined : Value.Of(key[0]);
}
