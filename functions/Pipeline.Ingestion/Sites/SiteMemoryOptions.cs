using System.ComponentModel.DataAnnotations;

namespace Pipeline.Ingestion.Sites;

/// <summary>How the memory of sites is kept. Bound from the section "Pipeline:SiteMemory".</summary>
public sealed class SiteMemoryOptions
{
    public const string Section = "Pipeline:SiteMemory";

    /// <summary>False: every article is cleaned by itself, and nothing is remembered.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How long an instance uses what it read of a site.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan CacheTime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an instance gathers what articles show before it writes it: one write a site, however many articles.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan WriteDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Sites held in an instance's memory, about 60 KB each.</summary>
    [Range(1, 100_000)]
    public int CachedSites { get; set; } = 500;
}
