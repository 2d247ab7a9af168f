namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>How a <see cref="CrfTrainer"/> learns.</summary>
internal sealed record CrfOptions
{
    public int Epochs { get; init; } = 4;

    /// <summary>FTRL's learning rate, and what keeps its first steps small.</summary>
    public float Alpha { get; init; } = 0.05f;

    public float Beta { get; init; } = 1;

    /// <summary>A feature whose sum of gradients is smaller weighs nothing.</summary>
    public float L1 { get; init; } = 0.6f;

    /// <summary>Models whose weights are averaged, each with another order of sentences.</summary>
    public int Models { get; init; } = 4;

    /// <summary>Of the order of sentences and of what is left out.</summary>
    public int Seed { get; init; } = 20260801;

    /// <summary>How often a word is learnt without its own features.</summary>
    public double Unnamed { get; init; } = 0.12;

    /// <summary>How often without those of its vector as well.</summary>
    public double Unknown { get; init; } = 0.12;
}
