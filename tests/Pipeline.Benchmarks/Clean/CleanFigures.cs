namespace Pipeline.Benchmarks.Clean;

/// <summary>What one run of the clean benchmark measured.</summary>
/// <param name="Pages">Pages cleaned.</param>
/// <param name="NoArticle">Pages that hold no article by the cleaner's judgement.</param>
/// <param name="PagesPerSecond">Over wall time, one thread, decoded text in, article out.</param>
/// <param name="MegabytesPerSecond">Millions of UTF-16 code units of received text a second.</param>
/// <param name="CpuMsPerPage">Processor time per page, in milliseconds.</param>
/// <param name="PeakMemoryMiB">Highest resident memory of the process, in MiB.</param>
internal sealed record CleanFigures(
    int Pages, int NoArticle, double PagesPerSecond, double MegabytesPerSecond, double CpuMsPerPage, double PeakMemoryMiB);
