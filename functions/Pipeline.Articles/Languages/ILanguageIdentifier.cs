namespace Pipeline.Articles.Languages;

/// <summary>Tells the language of a text. Thread-safe.</summary>
public interface ILanguageIdentifier
{
    /// <returns>The language, or <see cref="IdentifiedLanguage.Unknown"/>; never null.</returns>
    IdentifiedLanguage Identify(ReadOnlySpan<char> text);
}
