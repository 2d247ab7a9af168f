using Pipeline.Benchmarks.Networks;

namespace Pipeline.Benchmarks.Entities.Training.Network;

/// <summary>Where the network has the vectors of words from.</summary>
internal interface IWordInput
{
    /// <summary>What is learnt of them.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Writes the vector of a word; leaves the target as it is for an unknown word.</summary>
    void Write(uint lower, Span<float> target);

    /// <summary>Learns from the gradient of what was written.</summary>
    void Learn(uint lower, ReadOnlySpan<float> gradient);
}
