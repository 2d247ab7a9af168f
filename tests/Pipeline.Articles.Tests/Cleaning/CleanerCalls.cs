using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Cleaning;

internal static class CleanerCalls
{
    private static readonly ArticleCleaner Cleaner = new(new NoLanguages());

    public static CleaningResult Clean(string text, MediaKind kind, GivenFields? given = null) =>
        Cleaner.Clean(new SourceText { Text = text, Kind = kind, Charset = "utf-8", Given = given ?? GivenFields.None }, CancellationToken.None);

    public static CleanedArticle Article(string text, MediaKind kind, GivenFields? given = null) =>
        Clean(text, kind, given).Article ?? throw new InvalidOperationException(Clean(text, kind, given).Rejection!.Reason);
}
