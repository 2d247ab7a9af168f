namespace Pipeline.Articles.Cleaning;

/// <summary>A stretch of the received text that is not in the article.</summary>
/// <param name="Span">Its place in <see cref="Formats.SourceText.Text"/>.</param>
/// <param name="Rule">The rule that took it out, in kebab case: "menu-line", "copyright", "share-box".</param>
public sealed record RemovedSpan(TextSpan Span, string Rule);
