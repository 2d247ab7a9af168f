using System.Text.Json;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Execution;

/// <summary>Sort keys in a token: null for undefined; an empty array or object for any, because they rank alike.</summary>
internal static class SortKeyText
{
    public static string? Write(Value key) => key.Kind switch
    {
        ValueKind.Undefined => null,
        ValueKind.Array => "[]",
        ValueKind.Object => "{}",
        _ => ValueWriter.ToText(key),
    };

    public static Value Read(string? key)
    {
        if (key is null) return Value.Undefined;
        using var document = JsonDocument.Parse(key);
        return Value.Of(document.RootElement.Clone());
    }
}
