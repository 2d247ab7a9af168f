using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Formats;
using Pipeline.Benchmarks.Clean.Readability;

namespace Pipeline.Benchmarks.Clean;

/// <summary>Cleans a folder of pages with the pipeline's own cleaner, writes what it found, and measures.</summary>
/// <remarks>
/// <code>
/// all pages, unmeasured, until the runtime has compiled -> all pages once, measured, results kept -> output -> readability, if asked
/// </code>
/// </remarks>
internal static class CleanBenchmark
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<CleanFigures> RunAsync(ArticleCleaner cleaner, CleanBenchmarkOptions options, TextWriter console, CancellationToken cancellationToken)
    {
        // 1. Warm up: a pipeline runs for days, so what counts is compiled code.
        WarmUp(cleaner, options.Input, cancellationToken);

        // 2. Measure. Pages are read one by one; only the cleaning is timed.
        var results = new Dictionary<string, object>(StringComparer.Ordinal);
        var html = new List<string>();
        var sites = options.SiteMemory ? new SitesInMemory() : null;
        var (wall, cpu, htmlCpu, characters, noArticle) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, 0L, 0);
        foreach (var (id, path, source) in PageFolder.Read(options.Input))
        {
            var cpuBefore = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            var result = sites is null ? cleaner.Clean(source, cancellationToken) : sites.Clean(cleaner, source, results.Count, cancellationToken);
            wall += Stopwatch.GetElapsedTime(start);
            var used = Environment.CpuUsage.TotalTime - cpuBefore;
            cpu += used;
            characters += source.Text.Length;
            noArticle += result.Article is null ? 1 : 0;
            if (source.Kind == MediaKind.Html)
            {
                htmlCpu += used;
                html.Add(path);
            }

            if (!results.TryAdd(id, Flat(result)))
            {
                throw new InvalidOperationException($"Two files of {options.Input} have the name {id} without extensions.");
            }
        }

        if (results.Count == 0)
        {
            throw new InvalidOperationException($"{options.Input} holds no .html, .txt or .md file, nor one of their .gz.");
        }

        // 3. Output and figures.
        await File.WriteAllBytesAsync(options.Output, JsonSerializer.SerializeToUtf8Bytes(results, Relaxed), cancellationToken);
        using var process = Process.GetCurrentProcess();
        var figures = new CleanFigures(
            results.Count, noArticle, results.Count / wall.TotalSeconds, characters / 1e6 / wall.TotalSeconds, cpu.TotalMilliseconds / results.Count, process.PeakWorkingSet64 / 1048576.0)
        {
            PagesOfKnownSites = sites?.Known,
            LinesOfSites = sites?.LinesRemoved,
            RatioToReadability = options.Compare ? await RatioAsync(html, htmlCpu, cancellationToken) : null,
        };
        figures.Print(console);
        return figures;
    }

    /// <summary>All pages once, and again for some seconds of processor time: hot code of the framework is compiled anew only after a while.</summary>
    private static void WarmUp(ArticleCleaner cleaner, string folder, CancellationToken cancellationToken)
    {
        var end = Environment.CpuUsage.TotalTime + TimeSpan.FromSeconds(4);
        do
        {
            foreach (var page in PageFolder.Read(folder))
            {
                cleaner.Clean(page.Source, cancellationToken);
            }
        }
        while (Environment.CpuUsage.TotalTime < end);
    }

    /// <summary>Our pages per CPU second over readability's, on the same HTML pages.</summary>
    private static async Task<double> RatioAsync(List<string> html, TimeSpan cpu, CancellationToken cancellationToken)
    {
        if (html.Count == 0)
        {
            throw new InvalidOperationException("--compare needs HTML pages: readability reads nothing else.");
        }

        return html.Count / Math.Max(1e-9, cpu.TotalSeconds) / await ReadabilityRun.MeasureAsync(html, cancellationToken);
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
