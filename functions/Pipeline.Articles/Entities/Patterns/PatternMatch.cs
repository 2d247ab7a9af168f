namespace Pipeline.Articles.Entities.Patterns;

/// <summary>What a pattern rule found.</summary>
/// <param name="Start">UTF-16 code units from the start of the text.</param>
/// <param name="End">UTF-16 code units, exclusive.</param>
/// <param name="Category">What it is.</param>
/// <param name="Subcategory">The service's name for the finer category, when it has one.</param>
/// <param name="Confidence">0 to 1, by rule.</param>
internal readonly record struct PatternMatch(int Start, int End, EntityCategory Category, string? Subcategory, double Confidence);
