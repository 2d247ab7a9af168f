using System.Diagnostics;
using System.Text.Json;
using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Languages;
using Pipeline.Ingestion.Deduplication;

namespace Pipeline.Benchmarks.Deduplicate;

/// <summary>Judges a file of documents one by one in its order, and writes the cluster that each got when it arrived.</summary>
internal static class ClusterRun
{
    /// <returns>Documents and seconds, reading and cleaning included.</returns>
    public static async Task<(int Documents, double Seconds)> RunAsync(
        IDeduplicator deduplicator, FileInfo input, FileInfo output, bool clean, CancellationToken cancellationToken)
    {
        var cleaner = new ArticleCleaner(LanguageIdentifier.Default);
        var start = Stopwatch.GetTimestamp();
        var documents = 0;
        await using var writer = output.CreateText();
        await foreach (var line in File.ReadLinesAsync(input.FullName, cancellationToken))
        {
            if (line.Length == 0)
                continue;
            var document = JsonSerializer.Deserialize(line, BenchmarkJson.Default.GoldDocument)!;
            var (title, text) = clean ? Clean(cleaner, document) : (document.Title ?? "", document.Text ?? "");
            var verdict = await deduplicator.JudgeAsync(
                new DeduplicationRequest
                {
                    ArticleId = document.Id,
                    Title = title,
                    Text = text,
                    Language = "und",
                    CrawledAt = DateTimeOffset.UnixEpoch.AddSeconds(documents++),
                },
                cancellationToken);
            await writer.WriteLineAsync(
                JsonSerializer.Serialize(new PredictedCluster(document.Id, verdict.ClusterId), BenchmarkJson.Default.PredictedCluster));
        }

        return (documents, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>A text in which the cleaner finds no article is judged as it came, as everything must get a cluster here.</summary>
    private static (string Title, string Text) Clean(ArticleCleaner cleaner, GoldDocument document)
    {
        var source = new SourceText
        {
            Text = document.Text ?? "",
            Kind = MediaKind.PlainText,
            Charset = "utf-8",
            Given = new GivenFields { Title = string.IsNullOrEmpty(document.Title) ? null : document.Title },
        };
        return cleaner.Clean(source, CancellationToken.None).Article is { } article
            ? (article.Metadata.Title.Value, article.Text)
            : (document.Title ?? "", document.Text ?? "");
    }
}
