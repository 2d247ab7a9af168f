namespace Pipeline.Benchmarks.Entities.Training.Words;

/// <summary>One hidden layer of rectified units and a softmax, learnt by AdaGrad (Duchi, Hazan, Singer 2011).</summary>
internal sealed class SmallNetwork
{
    private readonly int _inputs;
    private readonly float[] _first;
    private readonly float[] _second;
    private readonly float[] _firstSquares;
    private readonly float[] _secondSquares;
    private readonly float[] _hidden;
    private readonly float[] _back;
    private readonly float[] _outputs;

    public SmallNetwork(int inputs, int hidden, int outputs, int seed)
    {
        _inputs = inputs;
        (_first, _firstSquares) = (new float[hidden * inputs], new float[hidden * inputs]);
        (_second, _secondSquares) = (new float[outputs * hidden], new float[outputs * hidden]);
        (_hidden, _back, _outputs) = (new float[hidden], new float[hidden], new float[outputs]);
        var random = new Random(seed);
        for (var i = 0; i < _first.Length; i++)
            _first[i] = (random.NextSingle() - 0.5f) * 0.4f;
        for (var i = 0; i < _second.Length; i++)
            _second[i] = (random.NextSingle() - 0.5f) * 0.4f;
    }

    /// <summary>Probabilities of the kinds; the span is overwritten by the next call.</summary>
    public ReadOnlySpan<float> Judge(ReadOnlySpan<float> input)
    {
        for (var h = 0; h < _hidden.Length; h++)
            _hidden[h] = MathF.Max(0, KMeans.Dot(input, _first.AsSpan(h * _inputs, _inputs)));
        var (best, sum) = (float.NegativeInfinity, 0f);
        for (var o = 0; o < _outputs.Length; o++)
        {
            _outputs[o] = KMeans.Dot(_hidden, _second.AsSpan(o * _hidden.Length, _hidden.Length));
            best = MathF.Max(best, _outputs[o]);
        }
        for (var o = 0; o < _outputs.Length; o++)
            sum += _outputs[o] = MathF.Exp(_outputs[o] - best);
        for (var o = 0; o < _outputs.Length; o++)
            _outputs[o] /= sum;
        return _outputs;
    }

    public void Learn(ReadOnlySpan<float> input, ReadOnlySpan<float> target, float rate)
    {
        Judge(input);
        Array.Clear(_back);
        for (var o = 0; o < _outputs.Length; o++)
        {
            var error = _outputs[o] - target[o];
            for (var h = 0; h < _hidden.Length; h++)
            {
                var at = (o * _hidden.Length) + h;
                _back[h] += error * _second[at];
                Step(ref _second[at], ref _secondSquares[at], error * _hidden[h], rate);
            }
        }
        for (var h = 0; h < _hidden.Length; h++)
        {
            if (_hidden[h] <= 0)
                continue;
            for (var i = 0; i < _inputs; i++)
                Step(ref _first[(h * _inputs) + i], ref _firstSquares[(h * _inputs) + i], _back[h] * input[i], rate);
        }
    }

    private static void Step(ref float weight, ref float squares, float gradient, float rate)
    {
        squares += gradient * gradient;
        weight -= rate * gradient / (MathF.Sqrt(squares) + 1e-3f);
    }
}
