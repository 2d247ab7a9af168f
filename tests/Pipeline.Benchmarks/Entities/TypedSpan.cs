using System.Text.Json.Nodes;

namespace Pipeline.Benchmarks.Entities;

/// <summary>A name in a text, by UTF-16 offsets, and what it names: PER, LOC, ORG, NORP, DATE.</summary>
internal readonly record struct TypedSpan(int Start, int End, string Type)
{
    /// <summary>The marked names of a document; buildings count as places. Null when nothing is marked in it.</summary>
    public static IReadOnlySet<TypedSpan>? Gold(JsonObject document) =>
        document["entities"] is JsonArray entities
            ? entities.Select(entity => new TypedSpan((int)entity!["start"]!, (int)entity["end"]!, (string)entity["type"]! is "FAC" ? "LOC" : (string)entity["type"]!)).ToHashSet()
            : null;
}
