using System.Text.Json;

namespace Pipeline.Articles.Formats.Json;

/// <summary>A field of the article and how far it is to be trusted.</summary>
/// <param name="Field">What it means.</param>
/// <param name="Rank">Lower is better.</param>
/// <param name="Value">As it stands.</param>
internal readonly record struct FoundField(ArticleField Field, int Rank, JsonElement Value);
