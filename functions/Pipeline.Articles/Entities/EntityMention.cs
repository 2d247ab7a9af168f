namespace Pipeline.Articles.Entities;

/// <summary>One place in a text that names something. <c>text.Substring(Offset, Length) == Text</c>, always.</summary>
/// <param name="Text">The words as they stand in the text.</param>
/// <param name="Category">What is named.</param>
/// <param name="Subcategory">The service's finer category ("Date", "Number"), when known.</param>
/// <param name="Offset">UTF-16 code units from the start of the text.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record EntityMention(
    string Text, EntityCategory Category, string? Subcategory, int Offset, int Length, double Confidence);
