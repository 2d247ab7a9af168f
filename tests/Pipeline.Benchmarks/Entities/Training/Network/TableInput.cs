using Pipeline.Articles.Entities.Tagging.Network;
using Pipeline.Benchmarks.Networks;

namespace Pipeline.Benchmarks.Entities.Training.Network;

/// <summary>The vectors that ship; nothing is learnt of them.</summary>
internal sealed class TableInput : IWordInput
{
    public IReadOnlyList<Parameter> Parameters => [];

    public void Write(uint lower, Span<float> target) => WordVectorTable.Default.Write(lower, target);

    public void Learn(uint lower, ReadOnlySpan<float> gradient)
    {
    }
}
