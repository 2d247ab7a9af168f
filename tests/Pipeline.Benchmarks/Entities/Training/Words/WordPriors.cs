namespace Pipeline.Benchmarks.Entities.Training.Words;

/// <summary>
/// What kind of name a word tends to be part of, judged from its vector alone: a network with one hidden layer, learnt
/// from the words of the training texts. A word that is itself among them is judged by a network that never saw it, so
/// that the tagger meets in training the same doubt as with new words.
/// </summary>
internal static class WordPriors
{
    public const int Kinds = 6;

    private const int Hidden = 48;
    private const int Parts = 5;
    private const int Epochs = 12;
    private const float Rate = 0.08f;

    /// <param name="counts">Of words (by place in the vectors) how often each was of each kind.</param>
    /// <returns>Square roots of the probabilities, Kinds numbers a word: vectors of length one.</returns>
    public static float[] Judge(WordVectors vectors, SortedDictionary<int, float[]> counts)
    {
        var roots = new float[vectors.Words.Count * Kinds];
        for (var part = 0; part < Parts; part++)
        {
            var network = new SmallNetwork(WordVectors.Size, Hidden, Kinds, seed: part + 1);
            var words = counts.Keys.Where(word => word % Parts != part).ToArray();
            for (var epoch = 0; epoch < Epochs; epoch++)
            {
                new Random(epoch).Shuffle(words);
                foreach (var word in words)
                    network.Learn(vectors.Of(word), Target(counts[word], out var weight), Rate * weight);
            }

            // Words of no text go to a part as well: five networks' blind spots are spread over them.
            for (var word = part; word < vectors.Words.Count; word += Parts)
            {
                var kinds = roots.AsSpan(word * Kinds, Kinds);
                network.Judge(vectors.Of(word)).CopyTo(kinds);
                for (var kind = 0; kind < Kinds; kind++)
                    kinds[kind] = MathF.Sqrt(kinds[kind]);
            }
        }
        return roots;
    }

    private static float[] Target(float[] counts, out float weight)
    {
        var sum = counts.Sum();
        weight = MathF.Min(1, MathF.Sqrt(sum) / 3);
        return [.. counts.Select(count => count / sum)];
    }
}
