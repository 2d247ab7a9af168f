using Pipeline.Articles.Languages;

namespace Pipeline.Articles.Tests.Cleaning;

/// <summary>An identifier that never knows: cleaning must not depend on it.</summary>
internal sealed class NoLanguages : ILanguageIdentifier
{
    public IdentifiedLanguage Identify(ReadOnlySpan<char> text) => IdentifiedLanguage.Unknown;
}
