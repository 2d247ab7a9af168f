using System.Runtime.InteropServices;
using Pipeline.Articles.KeyPhrases.Speech;
using Pipeline.Articles.Tokens;

namespace Pipeline.Benchmarks.KeyPhrases;

/// <summary>Averaged perceptron (Collins 2002) that writes the file that <see cref="SpeechTagger"/> reads.</summary>
internal sealed class SpeechTrainer
{
    private const int Kept = 22_000;

    private readonly Dictionary<uint, Row> _rows = [];
    private long _steps = 1;

    public void Learn(string text, List<Token> tokens, SpeechPart[] gold)
    {
        Span<uint> features = stackalloc uint[SpeechTemplates.Count];
        Span<double> scores = stackalloc double[SpeechTagger.Parts];
        var all = CollectionsMarshal.AsSpan(tokens);
        var words = SpeechWord.Of(text, all);
        var (before, twoBefore) = (SpeechPart.Other, SpeechPart.Other);
        for (var at = 0; at < gold.Length; at++)
        {
            var guess = gold[at];
            if (tokens[at].Kind == TokenKind.Word)
            {
                SpeechTemplates.Write(text, all, words, at, before, twoBefore, features);
                guess = Guess(features, scores);
                if (guess != gold[at])
                {
                    foreach (var feature in features)
                        Update(feature, gold[at], guess);
                }
                _steps++;
            }
            (twoBefore, before) = (before, guess);
        }
    }

    /// <summary>The heaviest features, averaged, as signed bytes.</summary>
    public byte[] Write()
    {
        var averaged = _rows.Select(pair => (Hash: pair.Key, Weights: pair.Value.Averages(_steps))).ToList();
        var kept = averaged.OrderByDescending(row => row.Weights.Max(Math.Abs)).ThenBy(row => row.Hash).Take(Kept).OrderBy(row => row.Hash).ToList();
        var largest = kept.Max(row => row.Weights.Max(Math.Abs));
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(kept.Count);
        foreach (var (hash, weights) in kept)
        {
            writer.Write(hash);
            foreach (var weight in weights)
                writer.Write((sbyte)Math.Round(Math.Clamp(weight / Math.Min(largest, 12) * 127, -127, 127)));
        }
        writer.Flush();
        return stream.ToArray();
    }

    private SpeechPart Guess(ReadOnlySpan<uint> features, Span<double> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            if (!_rows.TryGetValue(feature, out var row))
                continue;
            for (var part = 0; part < SpeechTagger.Parts; part++)
                scores[part] += row.Weights[part];
        }
        var best = 0;
        for (var part = 1; part < SpeechTagger.Parts; part++)
        {
            if (scores[part] > scores[best])
                best = part;
        }
        return (SpeechPart)best;
    }

    private void Update(uint feature, SpeechPart gold, SpeechPart guess)
    {
        if (!_rows.TryGetValue(feature, out var row))
            _rows.Add(feature, row = new Row());
        row.Add((int)gold, 1, _steps);
        row.Add((int)guess, -1, _steps);
    }

    private sealed class Row
    {
        private readonly double[] _corrections = new double[SpeechTagger.Parts];

        public double[] Weights { get; } = new double[SpeechTagger.Parts];

        public void Add(int part, double change, long step)
        {
            Weights[part] += change;
            _corrections[part] += change * step;
        }

        public double[] Averages(long steps) => [.. Weights.Zip(_corrections, (weight, correction) => weight - (correction / steps))];
    }
}
