namespace Pipeline.Ingestion.Language;

/// <summary>An article for analysis.</summary>
/// <param name="Title">The headline, which helps to rank key phrases. Offsets never point into it.</param>
/// <param name="Text">The cleaned text.</param>
/// <param name="Language">BCP 47 tag, "und" when unknown.</param>
public sealed record AnalysisRequest(string Title, string Text, string Language);
