using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Planning;

/// <summary>A value as <see cref="IndexPath"/> stores it.</summary>
internal static class SqlKind
{
    public const int Null = 1, False = 2, True = 3, Number = 4, Text = 5, Array = 6, Object = 7;

    /// <returns>The kind, and what <see cref="IndexPath.Value"/> is for a number or string.</returns>
    public static (int Kind, object? Value) Of(in Value value) => value.Kind switch
    {
        ValueKind.Null => (Null, null),
        ValueKind.Boolean => (value.IsTrue ? True : False, null),
        ValueKind.Number => (Number, value.AsNumber()),
        ValueKind.String => (Text, value.AsString()),
        ValueKind.Array => (Array, null),
        ValueKind.Object => (Object, null),
        _ => (0, null),
    };
}
