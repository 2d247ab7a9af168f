namespace Pipeline.Benchmarks.Deduplicate;

/// <summary>What the command "deduplicate" is asked for; each part runs only when its option is given.</summary>
internal sealed record DeduplicateOptions
{
    /// <summary>JSON lines of {id, title, text}, judged in their order.</summary>
    public FileInfo? In { get; init; }

    /// <summary>Where {id, cluster} lines go.</summary>
    public FileInfo? Out { get; init; }

    /// <summary>Passes each text through the cleaner first.</summary>
    public bool Clean { get; init; }

    /// <summary>Simulated races of copies.</summary>
    public int Races { get; init; }

    /// <summary>The number of a race of the seed to run again, in memory, with each operation printed.</summary>
    public int? Replay { get; init; }

    /// <summary>On a store in memory instead of through the SDK on LocalCosmos.</summary>
    public bool RacesInMemory { get; init; }

    /// <summary>Every message twice and many crashes.</summary>
    public bool Stress { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>Counts request units on indexes of these sizes.</summary>
    public IReadOnlyList<int> Indexed { get; init; } = [];

    /// <summary>Measures documents per second of one core.</summary>
    public bool Speed { get; init; }

    /// <summary>Judges generated reports of one form each.</summary>
    public bool Families { get; init; }

    /// <summary>Where all figures go as one flat JSON object.</summary>
    public FileInfo? Json { get; init; }
}
