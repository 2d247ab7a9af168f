namespace Pipeline.Benchmarks.Clean;

/// <summary>What one run of the clean benchmark measured.</summary>
/// <param name="Pages">Pages cleaned.</param>
/// <param name="NoArticle">Pages that hold no article by the cleaner's judgement.</param>
/// <param name="PagesPerSecond">Over wall time, one thread, decoded text in, article and metadata out.</param>
/// <param name="MegabytesPerSecond">Millions of UTF-16 code units of received text a second.</param>
/// <param name="CpuMsPerPage">Processor time per page, in milliseconds, garbage collection and compilation included.</param>
/// <param name="PeakMemoryMiB">Highest resident memory of the process, in MiB.</param>
internal sealed record CleanFigures(
    int Pages, int NoArticle, double PagesPerSecond, double MegabytesPerSecond, double CpuMsPerPage, double PeakMemoryMiB)
{
    /// <summary>Our pages per CPU second over readability's; null when it was not asked for.</summary>
    public double? RatioToReadability { get; init; }

    /// <summary>Pages whose site was met before; null without site memory.</summary>
    public int? PagesOfKnownSites { get; init; }

    /// <summary>Spans that the site's memory took out; null without site memory.</summary>
    public int? LinesOfSites { get; init; }

    public void Print(TextWriter console)
    {
        console.WriteLine(FormattableString.Invariant(
            $"pages {Pages}  no article {NoArticle}  pages/s {PagesPerSecond:F0}  MB/s {MegabytesPerSecond:F1}  CPU ms/page {CpuMsPerPage:F2}  peak MiB {PeakMemoryMiB:F0}  (warm)"));
        if (PagesOfKnownSites is { } known)
        {
            console.WriteLine(FormattableString.Invariant($"site memory: {known} pages of sites met before, {LinesOfSites} spans removed by it"));
        }

        if (RatioToReadability is { } ratio)
        {
            console.WriteLine(FormattableString.Invariant($"pages per CPU second over those of @mozilla/readability on linkedom: {ratio:F1}"));
        }
    }

    public Dictionary<string, double> ToJson()
    {
        var figures = new Dictionary<string, double>
        {
            ["pages"] = Pages,
            ["pagesPerSecond"] = PagesPerSecond,
            ["megabytesPerSecond"] = MegabytesPerSecond,
            ["cpuMsPerPage"] = CpuMsPerPage,
            ["peakMemoryMiB"] = PeakMemoryMiB,
        };
        if (RatioToReadability is { } ratio)
        {
            figures["ratioToReadability"] = ratio;
        }

        return figures;
    }
}
