using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Benchmarks.Entities.Training.Network;

/// <summary>What networks say of the tokens of a corpus, each of its half by a network that learnt from the other half.</summary>
/// <param name="scores">Width numbers a token.</param>
/// <param name="transitions">Scores of pairs of tags, mean of the networks.</param>
internal sealed class NetworkScores(float[] scores, float[] transitions)
{
    public float[] Transitions => transitions;

    public ReadOnlySpan<float> Of(int token) => scores.AsSpan(token * TagSet.Width, TagSet.Width);
}
