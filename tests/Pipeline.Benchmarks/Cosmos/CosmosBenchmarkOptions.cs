namespace Pipeline.Benchmarks.Cosmos;

/// <summary>What the <c>cosmos</c> command measures.</summary>
internal sealed record CosmosBenchmarkOptions
{
    /// <summary>Callers at the same time, all in this process, all through one SDK client.</summary>
    public int Callers { get; init; } = 16;

    /// <summary>Documents written before memory is measured and queries run.</summary>
    public int Documents { get; init; } = 50_000;

    /// <summary>Length of each measurement.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(5);
}
