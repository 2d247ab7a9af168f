using System.Diagnostics;
using System.Text.Json;
using Pipeline.Articles.Cleaning;

namespace Pipeline.Benchmarks.Clean;

/// <summary>Cleans a folder of pages with the pipeline's own cleaner, writes what it found, and measures.</summary>
internal static class CleanBenchmark
{
    /// <param name="cleaner">The cleaner of the pipeline's stage.</param>
    /// <param name="folder">Folder of pages; an id is a file's name without extensions.</param>
    /// <param name="output">Path of the JSON file to write: id -> articleBody, title, authors, date, site, url, language.</param>
    /// <param name="console">Where the figures are printed.</param>
    public static CleanFigures Run(ArticleCleaner cleaner, string folder, string output, TextWriter console)
    {
        var results = new Dictionary<string, object>(StringComparer.Ordinal);
        var wall = TimeSpan.Zero;
        var cpu = TimeSpan.Zero;
        var characters = 0L;
        var noArticle = 0;
        foreach (var (id, source) in PageFolder.Read(folder))
        {
            // Pages are cleaned one by one as they are read; only the cleaning is timed.
            var cpuBefore = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            var result = cleaner.Clean(source, CancellationToken.None);
            wall += Stopwatch.GetElapsedTime(start);
            cpu += Environment.CpuUsage.TotalTime - cpuBefore;
            characters += source.Text.Length;
            noArticle += result.Article is null ? 1 : 0;
            results[id] = Flat(result);
        }

        File.WriteAllBytes(output, JsonSerializer.SerializeToUtf8Bytes(results));
        var pages = Math.Max(1, results.Count);
        var seconds = Math.Max(wall.TotalSeconds, 1e-9);
        using var process = Process.GetCurrentProcess();
        var figures = new CleanFigures(
            results.Count, noArticle, pages / seconds, characters / 1e6 / seconds, cpu.TotalMilliseconds / pages, process.PeakWorkingSet64 / 1048576.0);
        console.WriteLine(FormattableString.Invariant(
            $"pages {figures.Pages}  no article {figures.NoArticle}  pages/s {figures.PagesPerSecond:F0}  MB/s {figures.MegabytesPerSecond:F1}  CPU ms/page {figures.CpuMsPerPage:F2}  peak MiB {figures.PeakMemoryMiB:F0}"));
        return figures;
    }

    private static object Flat(CleaningResult result) => result.Article is not { } article
        ? new { articleBody = "", title = (string?)null, authors = Array.Empty<string>(), date = (string?)null, site = (string?)null, url = (string?)null, language = (string?)null }
        : new
        {
            articleBody = article.Text,
            title = (string?)article.Metadata.Title.Value,
            authors = article.Metadata.Authors.Select(a => a.Value).ToArray(),
            date = article.Metadata.Published?.Value,
            site = article.Metadata.SiteName?.Value,
            url = article.Metadata.CanonicalUrl?.Value,
            language = (string?)article.Metadata.Language.Value,
        };
}
