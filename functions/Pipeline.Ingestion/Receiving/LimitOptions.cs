using System.ComponentModel.DataAnnotations;
using Pipeline.Articles.Formats;

namespace Pipeline.Ingestion.Receiving;

/// <summary>How large a received file may be. Bound from the section "Pipeline:Limits".</summary>
public sealed class LimitOptions
{
    public const string Section = "Pipeline:Limits";

    /// <summary>Bytes of one article.</summary>
    [Range(1, 256 * 1024 * 1024)]
    public int MaxArticleBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Bytes of all articles of one batch file, unpacked.</summary>
    [Range(1, long.MaxValue)]
    public long MaxBatchBytes { get; set; } = 1024L * 1024 * 1024;

    internal FormatLimits ToFormatLimits() => new() { MaxArticleBytes = MaxArticleBytes, MaxBatchBytes = MaxBatchBytes };
}
