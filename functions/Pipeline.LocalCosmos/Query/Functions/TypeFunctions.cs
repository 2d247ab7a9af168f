using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Functions;

/// <summary>Type checks. They are true or false, never undefined.</summary>
internal static class TypeFunctions
{
    public static void Register(FunctionTable table)
    {
        table.Add("IS_DEFINED", value => Value.Of(value.IsDefined));
        table.Add("IS_NULL", value => Value.Of(value.Kind == ValueKind.Null));
        table.Add("IS_BOOL", value => Value.Of(value.Kind == ValueKind.Boolean));
        table.Add("IS_NUMBER", value => Value.Of(value.Kind == ValueKind.Number));
        table.Add("IS_STRING", value => Value.Of(value.Kind == ValueKind.String));
        table.Add("IS_ARRAY", value => Value.Of(value.Kind == ValueKind.Array));
        table.Add("IS_OBJECT", value => Value.Of(value.Kind == ValueKind.Object));
        table.Add("IS_PRIMITIVE", value => Value.Of(value.IsPrimitive));
        table.Add("IS_FINITE_NUMBER", value => Value.Of(value.Kind == ValueKind.Number));
        table.Add("IS_INTEGER", value => Value.Of(value.TryInteger(out _)));
        table.Add("IS_DATETIME", value => Value.Of(value.TryString(out var text) && DateTimeText.TryParse(text, out _)));
    }
}
