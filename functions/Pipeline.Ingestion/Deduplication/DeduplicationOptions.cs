using System.ComponentModel.DataAnnotations;
using Pipeline.Articles.Fingerprints;

namespace Pipeline.Ingestion.Deduplication;

/// <summary>How far the deduplicator looks, and for how long it remembers.</summary>
public sealed class DeduplicationOptions
{
    /// <summary>Smallest hashes that are looked up for each article, in one round trip.</summary>
    [Range(1, Sketch.Size)]
    public int Probes { get; set; } = 32;

    /// <summary>Anchors that the first article of a cluster creates: each costs a write, and finds more of its copies.</summary>
    [Range(1, Sketch.Size)]
    public int Anchors { get; set; } = 5;

    /// <summary>How long an article is remembered after it, or a copy of it, was last seen.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan Memory { get; set; } = TimeSpan.FromDays(30);
}
