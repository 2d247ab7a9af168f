using System.ComponentModel.DataAnnotations;
using Pipeline.Articles.Fingerprints;

namespace Pipeline.Ingestion.Deduplication;

/// <summary>How far the deduplicator looks, and for how long it remembers.</summary>
public sealed class DeduplicationOptions
{
    /// <summary>Smallest hashes of an article that are looked up, in one round trip together with those of its start.</summary>
    [Range(1, Sketch.Size)]
    public int Probes { get; set; } = 24;

    /// <summary>Anchors that the first article of a cluster creates: each costs a write, and finds more of its copies.</summary>
    [Range(1, Sketch.Size)]
    public int Anchors { get; set; } = 5;

    /// <summary>How many of them are taken from the start of the text, which cut copies have in common with it.</summary>
    [Range(0, 4)]
    public int LeadAnchors { get; set; } = 2;

    /// <summary>Anchors that a copy adds, so that its own copies are found through it.</summary>
    [Range(0, Sketch.Size)]
    public int CopyAnchors { get; set; } = 1;

    /// <summary>Anchors that a copy adds when it has come far from what it copies.</summary>
    [Range(0, Sketch.Size)]
    public int FarCopyAnchors { get; set; } = 3;

    /// <summary>Containment below which a copy has come far.</summary>
    [Range(0.0, 1.0)]
    public double FarCopy { get; set; } = 0.75;

    /// <summary>How long an article is remembered after it, or a copy of it, was last seen.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan Memory { get; set; } = TimeSpan.FromDays(30);
}
