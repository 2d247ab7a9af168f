namespace Pipeline.Articles.Languages;

/// <summary>The language of a text.</summary>
/// <param name="Tag">ISO 639-1 code where there is one, else 639-3; "und" when the text does not tell.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record IdentifiedLanguage(string Tag, double Confidence)
{
    public static IdentifiedLanguage Unknown { get; } = new("und", 0);
}
