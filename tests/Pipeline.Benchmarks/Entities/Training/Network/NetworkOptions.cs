namespace Pipeline.Benchmarks.Entities.Training.Network;

/// <summary>How a <see cref="NetworkTrainer"/> learns.</summary>
internal sealed record NetworkOptions
{
    public int Epochs { get; init; } = 6;

    /// <summary>Sentences whose gradients are summed to one step.</summary>
    public int Batch { get; init; } = 8;

    /// <summary>Adam's rate, which falls in a half cosine to nothing.</summary>
    public float Rate { get; init; } = 0.002f;

    /// <summary>Steps in which the rate rises from nothing.</summary>
    public int WarmUp { get; init; } = 300;

    /// <summary>How often a number of the inputs, and one of the states, is left out.</summary>
    public float InputDropout { get; init; } = 0.2f;

    public float StateDropout { get; init; } = 0.35f;

    /// <summary>How often a word is learnt without its vector, as if it were unknown; and how often without its pieces.</summary>
    public float Unknown { get; init; } = 0.15f;

    public float Unspelled { get; init; } = 0.1f;

    public int Seed { get; init; } = 20261128;
}
