namespace Pipeline.Articles.Formats;

/// <summary>How much of a received file is read before it counts as too large or as an attack. Sizes in bytes.</summary>
public sealed record FormatLimits
{
    /// <summary>The largest single article: one file, one line, one archive entry, one WARC record.</summary>
    public int MaxArticleBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>The most bytes that one received file may hold; counted anew for each level of packing.</summary>
    public long MaxBatchBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>The most entries, articles and rejections together, that one received file may yield.</summary>
    public int MaxEntries { get; init; } = 1_000_000;

    /// <summary>
    /// Unpacked bytes per packed byte. It is judged over stretches of more than <see cref="RatioFloorBytes"/> that yield
    /// no entry, so that a batch of many like articles, which packs well, passes, and a megabyte of padding does not.
    /// </summary>
    public int MaxCompressionRatio { get; init; } = 200;

    /// <summary>Unpacked bytes below which no ratio is judged.</summary>
    public int RatioFloorBytes { get; init; } = 1024 * 1024;

    /// <summary>How many archives may lie in one another: a zip of .tar.gz files is 3 deep.</summary>
    public int MaxArchiveDepth { get; init; } = 3;

    /// <summary>Where a zip file that cannot be sought in is kept while it is read. The file is deleted on close.</summary>
    public string SpoolFolder { get; init; } = Path.GetTempPath();
}
