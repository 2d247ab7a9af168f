using Pipeline.Articles.Languages;

namespace Pipeline.Benchmarks.Languages;

/// <summary>Counts n-grams and writes the file that <see cref="NgramProfiles"/> reads.</summary>
internal sealed class ProfileTrainer
{
    /// <summary>N-grams kept a language, the most frequent ones.</summary>
    private const int Kept = 1_200;

    /// <summary>Stop words count together as this share of the running text: the declaration's own words are few.</summary>
    private const double StopWordShare = 0.15;

    /// <summary>The same for the words that tell a language from its next of kin.</summary>
    private const double TellingWordShare = 0.2;

    /// <summary>The share an n-gram that was never seen is taken to have, the same in every language: none starts ahead.</summary>
    private static readonly double LogUnseen = Math.Log(1e-4);

    private readonly List<(string Tag, Dictionary<string, double> Counts, double Total)> _languages = [];

    public void Add(
        string tag, IEnumerable<string> paragraphs, IReadOnlyCollection<string> stopWords, IReadOnlyCollection<string> tellingWords)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        var text = paragraphs.Sum(paragraph => Count(counts, paragraph, 1));
        var letters = text + AddWords(counts, stopWords, StopWordShare * text) + AddWords(counts, tellingWords, TellingWordShare * text);
        _languages.Add((tag, counts, letters));
    }

    public void Write(Stream target)
    {
        var postings = new SortedDictionary<uint, SortedDictionary<byte, byte>>();
        foreach (var (index, (_, counts, total)) in _languages.Index())
        {
            var kept = counts.OrderByDescending(pair => Math.Round(pair.Value, 6)).ThenBy(pair => pair.Key, StringComparer.Ordinal);
            foreach (var (ngram, count) in kept.Take(Kept))
            {
                var weight = (Math.Log(count / total) - LogUnseen) / NgramProfiles.WeightStep;
                var hash = NgramHash.Of(ngram);
                if (!postings.TryGetValue(hash, out var list))
                    postings.Add(hash, list = []);
                list[(byte)index] = (byte)Math.Clamp((int)Math.Round(weight), 1, byte.MaxValue);
            }
        }
        using var writer = new BinaryWriter(target, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write((byte)_languages.Count);
        foreach (var (tag, _, _) in _languages)
            writer.Write(tag);
        writer.Write(postings.Count);
        foreach (var (hash, list) in postings)
        {
            writer.Write(hash);
            writer.Write((byte)list.Count);
            foreach (var (language, weight) in list)
            {
                writer.Write(language);
                writer.Write(weight);
            }
        }
    }

    private static double AddWords(Dictionary<string, double> counts, IReadOnlyCollection<string> words, double letters)
    {
        var weight = letters / Math.Max(1, words.Sum(word => word.Length));
        return words.Sum(word => Count(counts, word, weight));
    }

    private static double Count(Dictionary<string, double> counts, string text, double weight)
    {
        var buffer = new char[text.Length + 2];
        var words = buffer.AsSpan(0, LetterWords.Read(text, buffer));
        for (var start = 0; start < words.Length; start++)
        {
            for (var at = start; at < words.Length && at - start < NgramHash.Longest; at++)
            {
                if (at == start && words[at] == ' ')
                    continue;
                var ngram = words[start..(at + 1)].ToString();
                counts[ngram] = counts.GetValueOrDefault(ngram) + weight;
                if (at > start && words[at] == ' ')
                    break;
            }
        }
        return words.Length * weight;
    }
}
