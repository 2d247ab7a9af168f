using Pipeline.Articles.Cleaning.Text.Lines;

namespace Pipeline.Benchmarks.Clean.Training.Lines;

/// <summary>Learns what words say about a line: logistic regression over hashed words and pairs, by AdaGrad (Duchi et al., JMLR 2011).</summary>
internal static class WordTrainer
{
    private const int Epochs = 3;
    private const float Rate = 0.25f;
    private const float Decay = 2e-5f;

    public static WordWeights Learn(IReadOnlyList<LinePage> pages, int seed)
    {
        var weights = new float[WordWeights.Buckets];
        var squares = new float[WordWeights.Buckets];
        var (bias, biasSquares) = (0f, 1f);
        var lines = new List<(LinePage Page, int Line)>();
        foreach (var page in pages)
        {
            for (var i = 0; i < page.Labels.Length; i++)
            {
                lines.Add((page, i));
            }
        }

        var order = lines.ToArray();
        var random = new Random(seed);
        Span<int> places = stackalloc int[(2 * WordWeights.MostWords) + 2];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var (page, line) in order)
            {
                var count = WordWeights.PlacesOf(page.Lines.Words.Of(line), places);
                var score = bias;
                foreach (var place in places[..count])
                {
                    score += weights[place];
                }

                var error = page.Certainty[line] * ((1 / (1 + MathF.Exp(-score))) - (1 - page.Labels[line]));
                foreach (var place in places[..count])
                {
                    var gradient = error + (Decay * weights[place]);
                    squares[place] += gradient * gradient;
                    weights[place] -= Rate * gradient / MathF.Sqrt(squares[place] + 1e-2f);
                }

                biasSquares += error * error;
                bias -= Rate * error / MathF.Sqrt(biasSquares);
            }
        }

        return new WordWeights([.. weights.Select(w => (sbyte)Math.Clamp(MathF.Round(w * WordWeights.Scale), -127, 127))]);
    }
}
