namespace Pipeline.Benchmarks.Clean.Training.Lines.Sequence;

/// <summary>How a <see cref="SequenceTrainer"/> learns. What is left out is large: there are hundreds of sites, and a network can learn each by heart.</summary>
internal sealed record SequenceOptions
{
    public int Epochs { get; init; } = 7;

    /// <summary>Texts whose gradients are summed to one step.</summary>
    public int Batch { get; init; } = 8;

    /// <summary>Adam's rate, which falls in a half cosine to nothing.</summary>
    public float Rate { get; init; } = 0.003f;

    /// <summary>Steps in which the rate rises from nothing.</summary>
    public int WarmUp { get; init; } = 60;

    /// <summary>How often a feature of a line is not told, and how often what the first look thought of it.</summary>
    public float FeatureDropout { get; init; } = 0.35f;

    public float ScoreDropout { get; init; } = 0.3f;

    /// <summary>How often a word is left out.</summary>
    public float WordDropout { get; init; } = 0.6f;

    /// <summary>How often a number of the layer's inputs, and one of its states, is left out.</summary>
    public float InputDropout { get; init; } = 0.35f;

    public float StateDropout { get; init; } = 0.5f;

    /// <summary>The mean of the numbers over the last part of learning is kept, taken every so many steps.</summary>
    public double AverageFrom { get; init; } = 0.7;

    public int AverageEvery { get; init; } = 20;

    public int Seed { get; init; } = 20261129;
}
