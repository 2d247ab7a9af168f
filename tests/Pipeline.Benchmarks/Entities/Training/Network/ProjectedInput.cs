using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Entities.Tagging.Network;
using Pipeline.Articles.Networks;
using Pipeline.Benchmarks.Entities.Training.Words;
using Pipeline.Benchmarks.Networks;

namespace Pipeline.Benchmarks.Entities.Training.Network;

/// <summary>Whole vectors through a matrix that is learnt with the network: what of them tells of names.</summary>
internal sealed class ProjectedInput : IWordInput
{
    private readonly WordVectors _vectors;
    private readonly Dictionary<uint, int> _places = [];
    private readonly Parameter _matrix;
    private readonly Backward _products = new(WordVectors.Size);

    public ProjectedInput(WordVectors vectors, Random random)
    {
        _vectors = vectors;
        _matrix = new Parameter(WordVectors.Size * NetworkShape.Vector, MathF.Sqrt(3), random);
        foreach (var (place, word) in vectors.Words.Index())
            _places.TryAdd(FeatureHash.Lower(word), place);
    }

    public IReadOnlyList<Parameter> Parameters => [_matrix];

    public void Write(uint lower, Span<float> target)
    {
        if (_places.TryGetValue(lower, out var place))
            Project(place, target);
    }

    public void Project(int place, Span<float> target) =>
        DenseMath.MultiplyAdd(_vectors.Of(place), _matrix.Values, target, 1, WordVectors.Size, NetworkShape.Vector);

    public void Learn(uint lower, ReadOnlySpan<float> gradient)
    {
        if (_places.TryGetValue(lower, out var place))
            _products.AddWeights(_vectors.Of(place), gradient, 1, WordVectors.Size, NetworkShape.Vector, _matrix.Gradient);
    }
}
