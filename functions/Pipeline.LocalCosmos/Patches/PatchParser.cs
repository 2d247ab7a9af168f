using System.Text.Json;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Patches;

/// <summary>Reads <c>{"condition":"from c where ...","operations":[{"op":"add","path":"/a","value":1},...]}</c>.</summary>
/// <param name="compileCondition">Makes a test out of the condition's text; refuses what it cannot judge.</param>
internal sealed class PatchParser(Func<string, Func<JsonElement, bool>> compileCondition)
{
    private const int MostOperations = 10;

    /// <exception cref="RequestRefusedException">The body is not a patch.</exception>
    public ItemPatch Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("operations", out var list)
                || list.ValueKind != JsonValueKind.Array)
                throw RequestRefusedException.BadRequest("A patch needs its operations as an array.");
            if (list.GetArrayLength() is 0 or > MostOperations)
                throw RequestRefusedException.BadRequest($"A patch has 1 to {MostOperations} operations.");

            var condition = root.TryGetProperty("condition", out var text) && text.ValueKind == JsonValueKind.String
                ? compileCondition(text.GetString()!)
                : null;
            return new ItemPatch([.. list.EnumerateArray().Select(Operation)], condition);
        }
        catch (JsonException exception)
        {
            throw RequestRefusedException.BadRequest("The patch is not JSON: " + exception.Message);
        }
    }

    private static PatchOperation Operation(JsonElement json)
    {
        var name = Text(json, "op");
        var kind = name?.ToUpperInvariant() switch
        {
            "ADD" => PatchOperationKind.Add,
            "SET" => PatchOperationKind.Set,
            "REPLACE" => PatchOperationKind.Replace,
            "REMOVE" => PatchOperationKind.Remove,
            "INCR" or "INCREMENT" => PatchOperationKind.Increment,
            "MOVE" => PatchOperationKind.Move,
            _ => throw RequestRefusedException.BadRequest($"A patch has no operation '{name}'."),
        };

        var path = JsonPointer.Parse(Text(json, "path"));
        var from = kind == PatchOperationKind.Move ? JsonPointer.Parse(Text(json, "from")) : null;
        var needsValue = kind is not (PatchOperationKind.Remove or PatchOperationKind.Move);
        var hasValue = json.TryGetProperty("value", out var value);
        if (needsValue && !hasValue)
            throw RequestRefusedException.BadRequest($"The patch operation '{name}' at '{path.Text}' needs a value.");
        if (kind == PatchOperationKind.Increment && value.ValueKind != JsonValueKind.Number)
            throw RequestRefusedException.BadRequest($"The increment at '{path.Text}' needs a number.");
        return new PatchOperation(kind, path, needsValue ? value.Clone() : default, from);
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
