namespace Pipeline.Articles.Languages;

/// <summary>Tells which language a text is written in, from the text alone. Implementations are thread safe.</summary>
public interface ILanguageIdentifier
{
    /// <summary>Never throws. <see cref="IdentifiedLanguage.Unknown"/> for text without enough letters.</summary>
    IdentifiedLanguage Identify(ReadOnlySpan<char> text);
}
