using System.Globalization;
using System.Runtime.InteropServices;
using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Entities.Tagging.Network;
using Pipeline.Articles.Networks;
using Pipeline.Benchmarks.Networks;

namespace Pipeline.Benchmarks.Entities.Training.Network;

/// <summary>
/// Learns the network of names under the loss of a linear-chain conditional random field (after Lample et al., "Neural
/// Architectures for Named Entity Recognition", 2016). One thread, fixed seeds: the same data give the same numbers.
/// </summary>
internal sealed class NetworkTrainer
{
    private const int Width = TagSet.Width;
    private const int Hidden = NetworkShape.Hidden;
    private const int Inputs = NetworkShape.Inputs;
    private const int Longest = TrainedNames.LongestSentence;

    /// <summary>The mean of the numbers over the last part of learning is kept, taken every so many steps.</summary>
    private const double AverageFrom = 0.7;
    private const int AverageEvery = 50;

    private readonly NetworkStore _store;
    private readonly IWordInput _words;
    private readonly NetworkOptions _options;
    private readonly Random _random;
    private readonly Parameter _grams;
    private readonly Parameter _facts;
    private readonly RecurrentGradient _forward;
    private readonly RecurrentGradient _backward;
    private readonly Parameter _output;
    private readonly Parameter _outputBias;
    private readonly Parameter _transitions;
    private readonly Parameter[] _all;
    private readonly ChainMarginals _chain = new();
    private readonly bool[] _known = new bool[Longest];
    private readonly bool[] _spelled = new bool[Longest];
    private readonly Dropout _inputs;
    private readonly Dropout _forwardStates;
    private readonly Dropout _backwardStates;
    private readonly float[] _scores = new float[Longest * Width];
    private readonly float[] _transposed = new float[Hidden * Width];
    private readonly Backward _products = new(Longest * Hidden);
    private readonly float[] _errors = new float[Longest * Width];

    public NetworkTrainer(NetworkStore store, Func<Random, IWordInput> words, NetworkOptions options)
    {
        (_store, _options, _random) = (store, options, new Random(options.Seed));
        _words = words(_random);
        _grams = new Parameter(NetworkShape.GramRows * NetworkShape.Gram, 0.3f, _random, NetworkShape.Gram);
        _facts = new Parameter(NetworkShape.FactRows * NetworkShape.Fact, 0.3f, _random, NetworkShape.Fact);
        _forward = new RecurrentGradient(Inputs, Hidden, false, Longest, _random);
        _backward = new RecurrentGradient(Inputs, Hidden, true, Longest, _random);
        _output = new Parameter(2 * Hidden * Width, MathF.Sqrt(3f / (2 * Hidden)), _random);
        _outputBias = new Parameter(Width, 0, _random);
        _transitions = new Parameter(Width * Width, 0, _random);
        _all =
        [
            .. _words.Parameters, _grams, _facts, .. _forward.Parameters, .. _backward.Parameters, _output, _outputBias, _transitions,
        ];
        _inputs = new Dropout(Longest * Inputs, options.InputDropout);
        (_forwardStates, _backwardStates) = (new Dropout(Longest * Hidden, options.StateDropout), new Dropout(Longest * Hidden, options.StateDropout));
    }

    public IWordInput Words => _words;

    public float[] Transitions => _transitions.Values;

    // shuffled sentences, each as often as it weighs -> gradients of a few of them -> a step
    //                                                -> the mean of the numbers after the last steps
    public NetworkTrainer Train(IReadOnlyList<TrainingSentence> sentences, string name)
    {
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var total = sentences.Sum(sentence => (double)Times(sentence)) * _options.Epochs / _options.Batch;
        var (steps, pending) = (0, 0);
        for (var epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            _random.Shuffle(order);
            var (loss, tokens) = (0.0, 0L);
            foreach (var index in order)
            {
                for (var times = (int)(Times(sentences[index]) + _random.NextSingle()); times > 0; times--)
                {
                    loss += Learn(sentences[index]);
                    tokens += sentences[index].Tags.Length;
                    if (++pending == _options.Batch)
                        (pending, steps) = (0, Step(steps, steps / total));
                }
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, epoch {epoch}: {loss / tokens:F5} errors a token"));
        }
        foreach (var parameter in _all)
            parameter.UseAverage();
        return this;
    }

    /// <summary>Scores of the tags of a sentence by what has been learnt.</summary>
    public void Score(TrainingSentence sentence, Span<float> target)
    {
        Run(sentence, learning: false);
        _scores.AsSpan(0, sentence.Tags.Length * Width).CopyTo(target);
    }

    /// <summary>The file that <see cref="NameNetwork.Read"/> reads.</summary>
    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var parameter in _all.Skip(_words.Parameters.Count))
            SignedBytes.Write(writer, parameter.Values);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>How often a sentence is learnt in an epoch, on average.</summary>
    private static float Times(TrainingSentence sentence) => sentence.Weight / 2;

    private int Step(int steps, double share)
    {
        var rate = _options.Rate * (float)((1 + Math.Cos(Math.PI * Math.Min(1, share))) / 2) * Math.Min(1, steps / (float)_options.WarmUp);
        foreach (var parameter in _all)
            parameter.Step(rate, 1f / _options.Batch);
        if (share > AverageFrom && steps % AverageEvery == 0)
        {
            foreach (var parameter in _all)
                parameter.Average();
        }
        return steps + 1;
    }

    private void Run(TrainingSentence sentence, bool learning)
    {
        var count = sentence.Tags.Length;
        var inputs = _inputs.Values.AsSpan(0, count * Inputs);
        inputs.Clear();
        for (var t = 0; t < count; t++)
        {
            var token = sentence.FirstToken + t;
            var x = inputs.Slice(t * Inputs, Inputs);
            _known[t] = !learning || _random.NextSingle() >= _options.Unknown;
            _spelled[t] = !learning || _random.NextSingle() >= _options.Unspelled;
            if (_known[t])
                _words.Write(_store.Lower(token), x[..NetworkShape.Vector]);
            NameNetwork.AddRows(_spelled[t] ? _store.Grams(token) : [], _store.Facts(token), _grams.Values, _facts.Values, x);
            _outputBias.Values.CopyTo(_scores, t * Width);
        }
        if (learning)
            _inputs.Drop(count * Inputs, _random);
        _forward.Run(_inputs.Values, count).CopyTo(_forwardStates.Values);
        _backward.Run(_inputs.Values, count).CopyTo(_backwardStates.Values);
        if (learning)
        {
            _forwardStates.Drop(count * Hidden, _random);
            _backwardStates.Drop(count * Hidden, _random);
        }
        DenseMath.MultiplyAdd(_forwardStates.Values, _output.Values.AsSpan(0, Hidden * Width), _scores, count, Hidden, Width);
        DenseMath.MultiplyAdd(_backwardStates.Values, _output.Values.AsSpan(Hidden * Width), _scores, count, Hidden, Width);
    }

    private double Learn(TrainingSentence sentence)
    {
        var count = sentence.Tags.Length;
        Run(sentence, learning: true);
        _chain.SetTransitions(_transitions.Values);
        _chain.Run(_scores, count);
        var loss = 0.0;
        for (var t = 0; t < count; t++)
        {
            for (var tag = 0; tag < Width; tag++)
            {
                var marginal = tag < TagSet.Count ? _chain.Alpha[(t * Width) + tag] * _chain.Beta[(t * Width) + tag] : 0;
                _errors[(t * Width) + tag] = tag == sentence.Tags[t] ? marginal - 1 : marginal;
            }
            loss -= _errors[(t * Width) + sentence.Tags[t]];
            DenseMath.AddScaled(1, _errors.AsSpan(t * Width, Width), _outputBias.Gradient);
        }
        _chain.AddPairs(count, _transitions.Gradient, 1);
        for (var t = 1; t < count; t++)
            _transitions.Gradient[(sentence.Tags[t - 1] * Width) + sentence.Tags[t]] -= 1;
        Propagate(sentence, count);
        return loss;
    }

    private void Propagate(TrainingSentence sentence, int count)
    {
        _inputs.Gradient.AsSpan(0, count * Inputs).Clear();
        Propagate(_forward, _forwardStates, 0, count);
        Propagate(_backward, _backwardStates, Hidden * Width, count);
        _inputs.Return(count * Inputs);
        for (var t = 0; t < count; t++)
        {
            var token = sentence.FirstToken + t;
            var gradient = _inputs.Gradient.AsSpan(t * Inputs, Inputs);
            if (_known[t])
                _words.Learn(_store.Lower(token), gradient[..NetworkShape.Vector]);
            var grams = _spelled[t] ? _store.Grams(token) : [];
            foreach (var row in grams)
                DenseMath.AddScaled(NameNetwork.GramScale(grams.Length), gradient.Slice(NetworkShape.Vector, NetworkShape.Gram), _grams.GradientOf(row));
            foreach (var row in _store.Facts(token))
                DenseMath.AddScaled(NameNetwork.FactScale, gradient[(NetworkShape.Vector + NetworkShape.Gram)..], _facts.GradientOf(row));
        }
    }

    private void Propagate(RecurrentGradient layer, Dropout states, int outputFrom, int count)
    {
        _products.AddWeights(states.Values, _errors, count, Hidden, Width, _output.Gradient.AsSpan(outputFrom, Hidden * Width));
        states.Gradient.AsSpan(0, count * Hidden).Clear();
        Backward.Transpose(_output.Values.AsSpan(outputFrom, Hidden * Width), Hidden, Width, _transposed);
        Backward.AddInputs(_errors, _transposed, states.Gradient, count, Hidden, Width);
        states.Return(count * Hidden);
        layer.Learn(_inputs.Values, states.Gradient, count, _inputs.Gradient);
    }
}
