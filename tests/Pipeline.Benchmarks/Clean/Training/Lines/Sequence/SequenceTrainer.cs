using Pipeline.Articles.Cleaning.Text.Lines.Sequence;
using Pipeline.Articles.Networks;
using Pipeline.Benchmarks.Networks;

namespace Pipeline.Benchmarks.Clean.Training.Lines.Sequence;

/// <summary>Learns the network over lines by Adam under the logistic loss. One thread, fixed seeds: the same data give the same numbers.</summary>
internal sealed class SequenceTrainer
{
    private const int Features = SequenceShape.Features;
    private const int Projected = SequenceShape.Projection;
    private const int Word = SequenceShape.Word;
    private const int Inputs = SequenceShape.Inputs;
    private const int Units = SequenceShape.Units;
    private const int Outputs = SequenceShape.Outputs;
    private const int Longest = SequenceShape.Stretch;

    private readonly SequenceOptions _options;
    private readonly Random _random;
    private readonly Parameter _projection;
    private readonly Parameter _projectionBias;
    private readonly Parameter _words;
    private readonly RecurrentGradient _forward;
    private readonly RecurrentGradient _backward;
    private readonly Parameter _output;
    private readonly Parameter _outputBias;
    private readonly Parameter[] _all;
    private readonly float[] _features = new float[Longest * Features];
    private readonly float[] _projected = new float[Longest * Projected];
    private readonly float[] _projectedGradient = new float[Longest * Projected];
    private readonly float[] _scores = new float[Longest * Outputs];
    private readonly float[] _errors = new float[Longest * Outputs];
    private readonly List<int>[] _told = [.. Enumerable.Range(0, Longest).Select(_ => new List<int>())];
    private readonly Backward _products = new(Longest * Features);
    private readonly float[] _transposed = new float[Math.Max(Inputs, Units) * Outputs];
    private readonly Dropout _inputs;
    private readonly Dropout _forwardStates;
    private readonly Dropout _backwardStates;
    private int _scoreColumn;

    public SequenceTrainer(SequenceOptions options)
    {
        (_options, _random) = (options, new Random(options.Seed));
        _projection = new Parameter(Features * Projected, MathF.Sqrt(3f / Features), _random);
        _projectionBias = new Parameter(Projected, 0, _random);
        _words = new Parameter(SequenceShape.WordRows * Word, 0.15f, _random, Word);
        _forward = new RecurrentGradient(Inputs, Units, false, Longest, _random);
        _backward = new RecurrentGradient(Inputs, Units, true, Longest, _random);
        _output = new Parameter(((2 * Units) + Inputs) * Outputs, MathF.Sqrt(1f / (2 * Units)), _random);
        _outputBias = new Parameter(Outputs, 0, _random);
        _all = [_projection, _projectionBias, _words, .. _forward.Parameters, .. _backward.Parameters, _output, _outputBias];
        _inputs = new Dropout(Longest * Inputs, options.InputDropout);
        (_forwardStates, _backwardStates) = (new Dropout(Longest * Units, options.StateDropout), new Dropout(Longest * Units, options.StateDropout));
    }

    /// <param name="pages">Their tables' first columns are the features.</param>
    /// <param name="columns">How many of them.</param>
    /// <param name="scores">What a first look that has not seen the page's site thought of each line.</param>
    /// <remarks>
    /// <code>
    /// scale of the features -> shuffled texts -> gradients of a few -> a step -> the mean of the numbers after the last steps
    /// </code>
    /// </remarks>
    public SequenceNetwork Train(IReadOnlyList<LinePage> pages, int columns, IReadOnlyDictionary<LinePage, float[]> scores)
    {
        _scoreColumn = columns;
        var scale = ScaleLearner.Learn(pages, columns);
        var stretches = pages.SelectMany(page => SequenceStretch.Of(page, Fill(scale, page, scores[page]))).ToArray();
        var total = (double)stretches.Length * _options.Epochs / _options.Batch;
        var (steps, pending, weight) = (0, 0, 0f);
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            _random.Shuffle(stretches);
            foreach (var stretch in stretches)
            {
                Learn(stretch);
                weight += stretch.AllWeight;
                if (++pending == _options.Batch)
                {
                    Step(steps++, total, weight);
                    (pending, weight) = (0, 0);
                }
            }
        }

        foreach (var parameter in _all)
        {
            parameter.UseAverage();
        }

        return AsStored(scale);
    }

    private static float[] Fill(FeatureScale scale, LinePage page, float[] scores)
    {
        var rows = new float[page.Labels.Length * Features];
        scale.Fill(page.Table, scores, rows);
        return rows;
    }

    private void Step(int steps, double total, float weight)
    {
        var share = steps / total;
        var rate = _options.Rate * (float)((1 + Math.Cos(Math.PI * Math.Min(1, share))) / 2) * Math.Min(1, steps / (float)_options.WarmUp);
        foreach (var parameter in _all)
        {
            parameter.Step(rate, 1 / Math.Max(1, weight));
            if (share > _options.AverageFrom && steps % _options.AverageEvery == 0)
            {
                parameter.Average();
            }
        }
    }

    private void Learn(SequenceStretch stretch)
    {
        var count = stretch.Count;
        Run(stretch);
        _errors.AsSpan(0, count * Outputs).Clear();
        for (var line = 0; line < count; line++)
        {
            var chance = 1 / (1 + MathF.Exp(-_scores[line * Outputs]));
            _errors[line * Outputs] = stretch.Weight(line) * (chance - stretch.Label(line));
            _outputBias.Gradient[0] += _errors[line * Outputs];
        }

        _inputs.Gradient.AsSpan(0, count * Inputs).Clear();
        Propagate(_inputs, 2 * Units, count, Inputs);
        Propagate(_forward, _forwardStates, 0, count);
        Propagate(_backward, _backwardStates, Units, count);
        _inputs.Return(count * Inputs);
        LearnInputs(stretch);
    }

    private void Run(SequenceStretch stretch)
    {
        var count = stretch.Count;
        stretch.Rows.CopyTo(_features);
        for (var i = 0; i < count * Features; i++)
        {
            // The first look's score is the surest of all features; that the others are learnt too, it is left out by itself.
            var share = i % Features == _scoreColumn ? _options.ScoreDropout : _options.FeatureDropout;
            _features[i] = _random.NextSingle() < share ? 0 : _features[i];
        }

        for (var line = 0; line < count; line++)
        {
            _projectionBias.Values.CopyTo(_projected, line * Projected);
            _outputBias.Values.CopyTo(_scores, line * Outputs);
        }

        DenseMath.MultiplyAdd(_features, _projection.Values, _projected, count, Features, Projected);
        _inputs.Values.AsSpan(0, count * Inputs).Clear();
        for (var line = 0; line < count; line++)
        {
            var input = _inputs.Values.AsSpan(line * Inputs, Inputs);
            SequenceNetwork.Rectify(_projected.AsSpan(line * Projected, Projected), input);
            AddWords(stretch, line, input[Projected..]);
        }

        _inputs.Drop(count * Inputs, _random);
        _forward.Run(_inputs.Values, count).CopyTo(_forwardStates.Values);
        _backward.Run(_inputs.Values, count).CopyTo(_backwardStates.Values);
        _forwardStates.Drop(count * Units, _random);
        _backwardStates.Drop(count * Units, _random);
        DenseMath.MultiplyAdd(_forwardStates.Values, OutputOf(0, Units), _scores, count, Units, Outputs);
        DenseMath.MultiplyAdd(_backwardStates.Values, OutputOf(Units, Units), _scores, count, Units, Outputs);
        DenseMath.MultiplyAdd(_inputs.Values, OutputOf(2 * Units, Inputs), _scores, count, Inputs, Outputs);
    }

    private void AddWords(SequenceStretch stretch, int line, Span<float> target)
    {
        var words = stretch.Words(line);
        _told[line].Clear();
        foreach (var word in words)
        {
            if (_random.NextSingle() >= _options.WordDropout)
            {
                var row = SequenceNetwork.RowOf(word);
                _told[line].Add(row);
                DenseMath.AddScaled(ScaleOf(words.Length), _words.Values.AsSpan(row * Word, Word), target);
            }
        }
    }

    private void LearnInputs(SequenceStretch stretch)
    {
        for (var line = 0; line < stretch.Count; line++)
        {
            var gradient = _inputs.Gradient.AsSpan(line * Inputs, Inputs);
            var projected = _projectedGradient.AsSpan(line * Projected, Projected);
            for (var i = 0; i < Projected; i++)
            {
                projected[i] = _projected[(line * Projected) + i] > 0 ? gradient[i] : 0;
            }

            DenseMath.AddScaled(1, projected, _projectionBias.Gradient);
            foreach (var row in _told[line])
            {
                DenseMath.AddScaled(ScaleOf(stretch.Words(line).Length), gradient[Projected..], _words.GradientOf(row));
            }
        }

        _products.AddWeights(_features, _projectedGradient, stretch.Count, Features, Projected, _projection.Gradient);
    }

    private void Propagate(RecurrentGradient layer, Dropout states, int from, int count)
    {
        states.Gradient.AsSpan(0, count * Units).Clear();
        Propagate(states, from, count, Units);
        states.Return(count * Units);
        layer.Learn(_inputs.Values, states.Gradient, count, _inputs.Gradient);
    }

    private void Propagate(Dropout values, int from, int count, int size)
    {
        _products.AddWeights(values.Values, _errors, count, size, Outputs, _output.Gradient.AsSpan(from * Outputs, size * Outputs));
        Backward.Transpose(OutputOf(from, size), size, Outputs, _transposed);
        Backward.AddInputs(_errors, _transposed, values.Gradient, count, size, Outputs);
    }

    private ReadOnlySpan<float> OutputOf(int from, int size) => _output.Values.AsSpan(from * Outputs, size * Outputs);

    /// <summary>The words that are told speak for those that are left out.</summary>
    private float ScaleOf(int words) => SequenceNetwork.WordScale(words) / (1 - _options.WordDropout);

    /// <summary>Written and read again, so that what is measured is what is shipped.</summary>
    private SequenceNetwork AsStored(FeatureScale scale)
    {
        var network = new SequenceNetwork
        {
            Scale = scale,
            Projection = _projection.Values,
            ProjectionBias = _projectionBias.Values,
            Words = _words.Values,
            Forward = new RecurrentLayer(_forward.Input.Values, _forward.Recurrent.Values, _forward.Bias.Values),
            Backward = new RecurrentLayer(_backward.Input.Values, _backward.Recurrent.Values, _backward.Bias.Values),
            Output = _output.Values,
            OutputBias = _outputBias.Values,
        };
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        network.Write(writer);
        writer.Flush();
        stream.Position = 0;
        return SequenceNetwork.Read(new BinaryReader(stream));
    }
}
