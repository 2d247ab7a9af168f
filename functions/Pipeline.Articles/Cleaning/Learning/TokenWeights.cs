namespace Pipeline.Articles.Cleaning.Learning;

/// <summary>
/// What single words and pairs of words say about a line: the log of how much oftener they stand in furniture than in articles,
/// hashed into a fixed table (Weinberger et al., "Feature hashing for large scale multitask learning", ICML 2009).
/// </summary>
internal sealed class TokenWeights(sbyte[] weights)
{
    public const int Buckets = 1 << 15;
    public const int Columns = 5;

    /// <summary>Steps of a stored weight to one unit of log odds.</summary>
    public const float Scale = 40;

    /// <summary>Room that <see cref="BucketsOf"/> fills at most.</summary>
    public const int MostBuckets = 128;

    private const int CharactersRead = 260;
    private const uint Prime = 16777619;

    public static TokenWeights None { get; } = new(new sbyte[Buckets]);

    public static TokenWeights Read(BinaryReader reader) => new((sbyte[])(object)reader.ReadBytes(Buckets));

    public void Write(BinaryWriter writer) => writer.Write((byte[])(object)weights);

    /// <summary>Adds the columns: sum, mean, highest and lowest weight, and the weight of the first word at a line's start.</summary>
    public void AddTo(FeatureTable table, Selection.BlockView view)
    {
        var sum = table.Add();
        var mean = table.Add();
        var highest = table.Add();
        var lowest = table.Add();
        var start = table.Add();
        Span<int> buckets = stackalloc int[MostBuckets];
        for (var i = 0; i < sum.Length; i++)
        {
            var count = BucketsOf(view.Text(i), buckets);
            foreach (var bucket in buckets[..count])
            {
                var weight = weights[bucket] / Scale;
                sum[i] += weight;
                highest[i] = Math.Max(highest[i], weight);
                lowest[i] = Math.Min(lowest[i], weight);
            }

            mean[i] = sum[i] / Math.Max(1, count);
            start[i] = count > 0 ? weights[buckets[0]] / Scale : 0;
        }
    }

    /// <summary>The table places of a text's beginning: the first word as such, then each word and each pair.</summary>
    public static int BucketsOf(ReadOnlySpan<char> text, Span<int> buckets)
    {
        text = text[..Math.Min(text.Length, CharactersRead)];
        var count = 0;
        var previous = 7u;
        for (var i = 0; i < text.Length && count + 3 < buckets.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] is not ('|' or ':' or '©' or '@' or '+' or '»' or '/' or '?'))
            {
                i++;
                continue;
            }

            var hash = 2166136261u;
            if (!char.IsLetterOrDigit(text[i]) || Characters.IsUnspaced(text[i]))
            {
                hash = (hash ^ text[i++]) * Prime;
            }
            else
            {
                while (i < text.Length && char.IsLetterOrDigit(text[i]) && !Characters.IsUnspaced(text[i]))
                {
                    var c = text[i++];
                    hash = (hash ^ (char.IsDigit(c) ? '0' : char.ToLowerInvariant(c))) * Prime;
                }
            }

            if (count == 0)
            {
                buckets[count++] = Place(hash * 31);
            }

            buckets[count++] = Place(hash);
            buckets[count++] = Place((previous * 0x9E3779B1u) ^ hash);
            previous = hash;
        }

        return count;
    }

    private static int Place(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        hash ^= hash >> 12;
        return (int)(hash & (Buckets - 1));
    }
}
