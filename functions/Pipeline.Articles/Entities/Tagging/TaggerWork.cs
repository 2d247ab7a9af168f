using Pipeline.Articles.Entities.Tagging.Network;

namespace Pipeline.Articles.Entities.Tagging;

/// <summary>Buffers of one call, kept for the next: as large as the largest text so far, up to a bound.</summary>
internal sealed class TaggerWork
{
    /// <summary>A longer text's buffers are not kept.</summary>
    private const int MostKept = 20_000;

    /// <summary>What the network said of each token of the text.</summary>
    public float[] Network { get; private set; } = [];

    /// <summary>Scores of one sentence.</summary>
    public float[] Scores { get; } = new float[TrainedNames.LongestSentence * TagSet.Width];

    public NetworkWork Sentences { get; } = new();

    public BestPath Path { get; } = new();

    public ChainMarginals Marginals { get; } = new();

    public void Grow(int tokens)
    {
        var size = tokens * TagSet.Width;
        if (Network.Length < size || Network.Length > MostKept * TagSet.Width)
            Network = new float[size];
    }
}
