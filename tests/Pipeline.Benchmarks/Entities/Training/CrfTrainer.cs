using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Entities.Tagging.Network;
using Pipeline.Articles.Networks;
using Pipeline.Benchmarks.Entities.Training.Network;

namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>
/// Learns a linear-chain conditional random field sentence by sentence with FTRL-Proximal and L1 (McMahan et al., "Ad
/// Click Prediction: a View from the Trenches", 2013). One thread, a fixed order: the same data give the same weights.
/// </summary>
internal sealed class CrfTrainer
{
    private const int Width = TagSet.Width;

    /// <summary>A gradient so small changes nothing: most tokens are outside any name, and surely so.</summary>
    private const float Negligible = 0.002f;

    private readonly FeatureStore _features;
    private readonly Random _random;
    private readonly byte[] _hidden = new byte[TrainedNames.LongestSentence];
    private readonly CrfOptions _options;
    private readonly NetworkScores _network;
    private readonly float _share;
    private readonly float[] _weights;
    private readonly float[] _sums;
    private readonly float[] _squares;
    private readonly Ftrl _transitions = new(Width * Width);
    private readonly ChainMarginals _chain = new();

    /// <param name="features">Of all tokens.</param>
    /// <param name="network">What the network says of all tokens; the weights learn what it does not know.</param>
    /// <param name="share">Factor on the network's scores.</param>
    /// <param name="options">How to learn.</param>
    public CrfTrainer(FeatureStore features, NetworkScores network, float share, CrfOptions options)
    {
        (_features, _network, _share, _options, _random) = (features, network, share, options, new Random(options.Seed));
        var size = features.Hashes.Length * Width;
        (_weights, _sums, _squares) = (new float[size], new float[size], new float[size]);
    }

    public ReadOnlySpan<float> Weights => _weights;

    public ReadOnlySpan<float> Transitions => _transitions.Weights;

    public void Train(IReadOnlyList<TrainingSentence> sentences)
    {
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var scores = new float[TrainedNames.LongestSentence * Width];
        Span<float> gradient = stackalloc float[Width];
        for (var epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            _random.Shuffle(order);
            var loss = 0.0;
            foreach (var index in order)
                loss += Learn(sentences[index], scores, gradient);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}: {loss / _features.Tokens:F5} errors a token"));
        }
    }

    private float[] AllTransitions => TrainedNames.WithNetwork(_transitions.Weights, _network.Transitions, _share);

    /// <summary>Tags sentences with what has been learnt, into one byte a token of the store.</summary>
    public void Tag(IEnumerable<TrainingSentence> sentences, byte[] tags)
    {
        var path = new BestPath();
        var transitions = AllTransitions;
        var scores = new float[TrainedNames.LongestSentence * Width];
        foreach (var sentence in sentences)
        {
            for (var t = 0; t < sentence.Tags.Length; t++)
                Score(sentence.FirstToken + t, hidden: 0, scores.AsSpan(t * Width, Width));
            path.Find(scores, transitions, tags.AsSpan(sentence.FirstToken, sentence.Tags.Length));
        }
    }

    /// <summary>The names that this model finds in sentences, with their marginal and whether each is annotated so.</summary>
    public IEnumerable<JudgedName> Judge(IEnumerable<TrainingSentence> sentences)
    {
        var path = new BestPath();
        var transitions = AllTransitions;
        var scores = new float[TrainedNames.LongestSentence * Width];
        _chain.SetTransitions(transitions);
        foreach (var sentence in sentences)
        {
            var tags = new byte[sentence.Tags.Length];
            for (var t = 0; t < tags.Length; t++)
                Score(sentence.FirstToken + t, hidden: 0, scores.AsSpan(t * Width, Width));
            path.Find(scores, transitions, tags);
            _chain.Run(scores, tags.Length);
            for (var t = 0; t < tags.Length; t++)
            {
                if (tags[t] == TagSet.Outside)
                    continue;
                var first = t;
                while (!TagSet.Closes(tags[t]))
                    t++;
                var right = tags.AsSpan(first, t + 1 - first).SequenceEqual(sentence.Tags.AsSpan(first, t + 1 - first));
                yield return new JudgedName(TagSet.TypeOf(tags[t]), _chain.Segment(first, t + 1, TagSet.TypeOf(tags[t])), right);
            }
        }
    }

    private double Learn(TrainingSentence sentence, float[] scores, Span<float> gradient)
    {
        var count = sentence.Tags.Length;
        for (var t = 0; t < count; t++)
        {
            var draw = _random.NextDouble();
            _hidden[t] = (byte)(draw < _options.Unknown ? 2 : draw < _options.Unknown + _options.Unnamed ? 1 : 0);
            Score(sentence.FirstToken + t, _hidden[t], scores.AsSpan(t * Width, Width));
        }
        _chain.SetTransitions(AllTransitions);
        _chain.Run(scores, count);
        var loss = 0.0;
        for (var t = 0; t < count; t++)
        {
            var largest = 0f;
            for (var tag = 0; tag < Width; tag++)
            {
                var marginal = tag < TagSet.Count ? _chain.Alpha[(t * Width) + tag] * _chain.Beta[(t * Width) + tag] : 0;
                var g = tag == sentence.Tags[t] ? marginal - 1 : marginal;
                gradient[tag] = Math.Abs(g) < Negligible ? 0 : g * sentence.Weight;
                largest = Math.Max(largest, Math.Abs(gradient[tag]));
            }
            loss -= gradient[sentence.Tags[t]] / sentence.Weight;
            if (largest > 0)
                Update(Rows(sentence.FirstToken + t, _hidden[t]), gradient);
        }
        if (loss > 0.01)
            UpdateTransitions(sentence);
        return loss;
    }

    private void UpdateTransitions(TrainingSentence sentence)
    {
        var expected = _transitions.Gradient;
        expected.Clear();
        _chain.AddPairs(sentence.Tags.Length, expected, sentence.Weight);
        for (var t = 1; t < sentence.Tags.Length; t++)
            expected[(sentence.Tags[t - 1] * Width) + sentence.Tags[t]] -= sentence.Weight;
        _transitions.Step(_options.Alpha, _options.Beta);
    }

    private ReadOnlySpan<uint> Rows(int token, byte hidden) =>
        hidden == 0 ? _features.Rows(token) : _features.RowsWithout(token, meaning: hidden == 2);

    private void Score(int token, byte hidden, Span<float> scores)
    {
        var (s0, s1, s2) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        foreach (var row in Rows(token, hidden))
        {
            var at = (nuint)row * Width;
            s0 += Vector256.LoadUnsafe(ref weights, at);
            s1 += Vector256.LoadUnsafe(ref weights, at + 8);
            s2 += Vector256.LoadUnsafe(ref weights, at + 16);
        }
        ref var target = ref MemoryMarshal.GetReference(scores);
        s0.StoreUnsafe(ref target);
        s1.StoreUnsafe(ref target, 8);
        s2.StoreUnsafe(ref target, 16);
        DenseMath.AddScaled(_share, _network.Of(token), scores);
    }

    private void Update(ReadOnlySpan<uint> rows, ReadOnlySpan<float> gradient)
    {
        ref var g = ref MemoryMarshal.GetReference(gradient);
        foreach (var row in rows)
        {
            for (var part = 0; part < Width; part += 8)
                Step(Vector256.LoadUnsafe(ref g, (nuint)part), ((nuint)row * Width) + (nuint)part);
        }
    }

    private void Step(Vector256<float> g, nuint at)
    {
        if (g == Vector256<float>.Zero)
            return;
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_sums);
        ref var squares = ref MemoryMarshal.GetArrayDataReference(_squares);
        var w = Vector256.LoadUnsafe(ref weights, at);
        var z = Vector256.LoadUnsafe(ref sums, at);
        var n = Vector256.LoadUnsafe(ref squares, at);
        var n1 = n + (g * g);
        var root = Vector256.Sqrt(n1);
        z += g - ((root - Vector256.Sqrt(n)) * (1 / _options.Alpha) * w);
        var size = Vector256.Max(Vector256.Abs(z) - Vector256.Create(_options.L1), Vector256<float>.Zero);
        w = -Vector256.CopySign(size, z) / ((root + Vector256.Create(_options.Beta)) * (1 / _options.Alpha));
        w.StoreUnsafe(ref weights, at);
        z.StoreUnsafe(ref sums, at);
        n1.StoreUnsafe(ref squares, at);
    }
}
