using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Formats;
using Pipeline.Local.Inputs;

namespace Pipeline.Local.Cleaning;

/// <summary>Reads files as the pipeline does, cleans each of their articles, and shows the outcome of each as it comes.</summary>
internal sealed class CleanRun(ArticleCleaner cleaner, TimeProvider time, ICleanView view)
{
    public const string StandardInput = "-";

    /// <returns>0 when every entry is an article, 1 when some is not.</returns>
    /// <exception cref="InputNotFoundException">An argument names nothing.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        // Looked up first: a wrong argument shows before anything is printed.
        var inputs = arguments.Select(argument => (argument, Files: argument == StandardInput ? [] : InputFiles.Expand([argument]))).ToList();
        var allArticles = true;
        foreach (var (argument, files) in inputs)
        {
            if (argument == StandardInput)
            {
                await using var input = Console.OpenStandardInput();
                allArticles &= await CleanAsync(input, "stdin", cancellationToken);
            }

            foreach (var file in files)
            {
                await using var stream = File.OpenRead(file.Path);
                allArticles &= await CleanAsync(stream, file.BlobName, cancellationToken);
            }
        }

        return allArticles ? 0 : 1;
    }

    private async Task<bool> CleanAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        var allArticles = true;
        await foreach (var entry in new ArticleReader().ReadAsync(stream, name, contentType: null, cancellationToken))
        {
            var outcome = Clean(entry, name, cancellationToken);
            allArticles &= outcome.Article is not null;
            view.Show(outcome);
        }

        return allArticles;
    }

    private CleanOutcome Clean(RawEntry entry, string name, CancellationToken cancellationToken)
    {
        var decoded = EntryDecoder.Decode(entry);
        if (decoded.Text is not { } source)
        {
            return new CleanOutcome(name, entry.Place, null, null, decoded.Rejection);
        }

        var result = cleaner.Clean(source, new CleaningContext { ReceivedAt = time.GetUtcNow() }, cancellationToken);
        return new CleanOutcome(name, entry.Place, source, result.Article, result.Rejection);
    }
}
