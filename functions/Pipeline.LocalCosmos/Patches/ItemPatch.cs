using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Patches;

/// <summary>The steps of a patch and the condition under which they apply. Either all of them happen or none.</summary>
internal sealed class ItemPatch(IReadOnlyList<PatchOperation> operations, Func<JsonElement, bool>? condition)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 128 };

    public bool AppliesTo(byte[] item)
    {
        if (condition is null)
            return true;
        using var document = JsonDocument.Parse(item, Deep);
        return condition(document.RootElement);
    }

    /// <exception cref="RequestRefusedException">A step does not fit the item.</exception>
    public byte[] Apply(byte[] item)
    {
        var root = (JsonObject)JsonNode.Parse(item, documentOptions: Deep)!;
        foreach (var operation in operations)
            Apply(root, operation);

        using var buffer = new MemoryStream(item.Length + 256);
        using (var writer = new Utf8JsonWriter(buffer, Plain))
            root.WriteTo(writer);
        return buffer.ToArray();
    }

    private static void Apply(JsonObject root, PatchOperation operation)
    {
        var target = JsonSlot.Find(root, operation.Path);
        switch (operation.Kind)
        {
            case PatchOperationKind.Add:
                target.Insert(Node(operation.Value));
                break;
            case PatchOperationKind.Set:
                target.Set(Node(operation.Value));
                break;
            case PatchOperationKind.Replace:
                target.Replace(Node(operation.Value));
                break;
            case PatchOperationKind.Remove:
                target.Remove();
                break;
            case PatchOperationKind.Increment:
                target.Set(Sum(target, operation.Value));
                break;
            default:
                Move(root, operation);
                break;
        }
    }

    private static void Move(JsonObject root, PatchOperation operation)
    {
        if (operation.From!.IsAbove(operation.Path))
            throw RequestRefusedException.BadRequest(
                $"'{operation.From.Text}' cannot be moved into itself, to '{operation.Path.Text}'.");

        var value = JsonSlot.Find(root, operation.From).Remove();
        JsonSlot.Find(root, operation.Path).Set(value);
    }

    private static JsonNode Sum(JsonSlot target, JsonElement by)
    {
        if (!target.Exists)
            return Node(by)!;
        if (target.Value is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
            throw RequestRefusedException.BadRequest($"There is no number to increment at '{target.Path.Text}'.");

        // Whole numbers stay whole as long as they fit.
        if (value.TryGetValue<long>(out var whole) && by.TryGetInt64(out var wholeStep)
            && Math.Abs((double)whole + wholeStep) < long.MaxValue)
            return JsonValue.Create(whole + wholeStep);
        return JsonValue.Create(value.GetValue<double>() + by.GetDouble());
    }

    private static JsonNode? Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        _ => JsonValue.Create(value),
    };
}
