using System.Text.Json;

namespace Pipeline.LocalCosmos.Patches;

/// <summary>One step of a patch.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Path">Where.</param>
/// <param name="Value">The value of add, set, replace and increment; undefined otherwise.</param>
/// <param name="From">Where a move takes the value from.</param>
internal sealed record PatchOperation(PatchOperationKind Kind, JsonPointer Path, JsonElement Value, JsonPointer? From);
