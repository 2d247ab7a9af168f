using Pipeline.Articles.Cleaning.Learning;

namespace Pipeline.Articles.Cleaning.Text.Lines;

/// <summary>
/// What single words and pairs of words say about a line, learned by logistic regression over hashed words (Weinberger et al.,
/// "Feature hashing for large scale multitask learning", ICML 2009). Positive weights speak for furniture.
/// </summary>
internal sealed class WordWeights(sbyte[] weights)
{
    public const int Buckets = 1 << 15;

    /// <summary>Steps of a stored weight to one unit of log odds.</summary>
    public const float Scale = 40;

    /// <summary>Words that are read at a line's start; whatever comes later in a long line says little about it.</summary>
    public const int MostWords = 40;

    private static readonly int[] Around = [-3, -2, -1, 1, 2, 3];

    public static WordWeights None { get; } = new(new sbyte[Buckets]);

    public static WordWeights Read(BinaryReader reader) => new((sbyte[])(object)reader.ReadBytes(Buckets));

    public void Write(BinaryWriter writer) => writer.Write((byte[])(object)weights);

    /// <summary>Adds the columns: sum, mean, highest and lowest weight, those of the first words, and the means of the lines around.</summary>
    public void AddTo(FeatureTable table, LineWords words)
    {
        var sum = table.Add();
        var mean = table.Add();
        var highest = table.Add();
        var lowest = table.Add();
        var start = table.Add();
        Span<int> places = stackalloc int[2 * MostWords + 2];
        var sums = new float[sum.Length + 1];
        for (var i = 0; i < sum.Length; i++)
        {
            var count = PlacesOf(words.Of(i), places);
            var (total, high, low) = (0, 0, 0);
            foreach (var place in places[..count])
            {
                int weight = weights[place];
                total += weight;
                high = Math.Max(high, weight);
                low = Math.Min(low, weight);
            }

            sum[i] = total / Scale;
            highest[i] = high / Scale;
            lowest[i] = low / Scale;
            mean[i] = sum[i] / Math.Max(1, count);
            start[i] = count > 0 ? weights[places[0]] / Scale : 0;
            sums[i + 1] = sums[i] + Math.Clamp(sum[i], -4, 4);
        }

        foreach (var offset in Around)
        {
            var column = table.Add();
            for (var i = Math.Max(0, -offset); i < Math.Min(column.Length, column.Length - offset); i++)
            {
                column[i] = sum[i + offset];
            }
        }

        LineFeatures.AddWindow(table, sums, -8, -1);
        LineFeatures.AddWindow(table, sums, 1, 8);
    }

    /// <summary>The table places of a line's beginning: the first word as such, then each word and each pair.</summary>
    public static int PlacesOf(ReadOnlySpan<uint> words, Span<int> places)
    {
        var count = 0;
        var previous = 7u;
        foreach (var word in words[..Math.Min(words.Length, MostWords)])
        {
            if (count == 0)
            {
                places[count++] = Place(word * 31);
            }

            places[count++] = Place(word);
            places[count++] = Place((previous * 0x9E3779B1u) ^ word);
            previous = word;
        }

        return count;
    }

    private static int Place(uint hash) => (int)((hash * 0x9E3779B1u) >> (32 - 15));
}
