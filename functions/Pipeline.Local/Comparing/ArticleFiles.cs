using System.Runtime.CompilerServices;
using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Languages;
using Pipeline.Local.Inputs;

namespace Pipeline.Local.Comparing;

/// <summary>Files as the cleaned articles that the pipeline would make of them.</summary>
internal static class ArticleFiles
{
    /// <summary>Each article, or why an entry is none.</summary>
    public static async IAsyncEnumerable<(string Name, CleanedArticle? Article, string? Reason)> ReadAsync(
        IReadOnlyList<InputFile> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new ArticleReader();
        var cleaner = new ArticleCleaner(LanguageIdentifier.Default);
        foreach (var file in files)
        {
            await using var content = File.OpenRead(file.Path);
            await foreach (var entry in reader.ReadAsync(content, file.BlobName, contentType: null, cancellationToken))
            {
                var name = entry.Place is null ? file.BlobName : $"{file.BlobName}#{entry.Place}";
                var decoded = EntryDecoder.Decode(entry);
                var cleaned = decoded.Text is { } source ? cleaner.Clean(source, cancellationToken) : null;
                yield return (name, cleaned?.Article, (decoded.Rejection ?? cleaned?.Rejection)?.Reason);
            }
        }
    }
}
