using System.Reflection;

namespace Pipeline.Articles.Languages;

/// <summary>
/// What n-grams weigh in each language: the logarithm of how much more frequent they are there than an n-gram never seen.
/// Read only after loading.
/// </summary>
internal sealed class NgramProfiles
{
    /// <summary>A weight byte stands for this much of a natural logarithm.</summary>
    public const float WeightStep = 1 / 24f;

    /// <summary>Evidence beyond this many n-grams makes an answer no surer: neighbours in a text repeat each other.</summary>
    private const int EvidenceCap = 120;

    private readonly uint[] _hashes;
    private readonly int[] _firstPosting;
    private readonly byte[] _postingLanguage;
    private readonly byte[] _postingWeight;
    private readonly int[] _slots;

    private NgramProfiles(
        string[] languages, uint[] hashes, int[] firstPosting, byte[] postingLanguage, byte[] postingWeight)
    {
        Languages = languages;
        (_hashes, _firstPosting) = (hashes, firstPosting);
        (_postingLanguage, _postingWeight) = (postingLanguage, postingWeight);
        _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, hashes.Length * 2))];
        for (var i = 0; i < hashes.Length; i++)
        {
            var slot = hashes[i] & (uint)(_slots.Length - 1);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (uint)(_slots.Length - 1);
            _slots[slot] = i + 1;
        }
    }

    public IReadOnlyList<string> Languages { get; }

    public static NgramProfiles Embedded()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Languages.profiles.bin")
            ?? throw new InvalidOperationException("The assembly holds no language profiles.");
        return Read(stream);
    }

    /// <summary>
    /// Layout, little endian: count of languages, tags (length byte, ASCII), count of n-grams, then for each the hash,
    /// the count of postings (byte) and the postings (language byte, weight byte), by ascending hash.
    /// </summary>
    public static NgramProfiles Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        var languages = new string[reader.ReadByte()];
        for (var i = 0; i < languages.Length; i++)
            languages[i] = reader.ReadString();
        var hashes = new uint[reader.ReadInt32()];
        var first = new int[hashes.Length + 1];
        var (postingLanguage, postingWeight) = (new List<byte>(), new List<byte>());
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = reader.ReadUInt32();
            for (int postings = reader.ReadByte(); postings > 0; postings--)
            {
                postingLanguage.Add(reader.ReadByte());
                postingWeight.Add(reader.ReadByte());
            }
            first[i + 1] = postingLanguage.Count;
        }
        return new NgramProfiles(languages, hashes, first, [.. postingLanguage], [.. postingWeight]);
    }

    /// <param name="words">As <see cref="LetterWords"/> writes them.</param>
    public IdentifiedLanguage Best(ReadOnlySpan<char> words)
    {
        Span<int> scores = stackalloc int[Languages.Count];
        scores.Clear();
        var ngrams = Sum(words, scores);
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }
        if (ngrams == 0 || scores[best] == 0)
            return IdentifiedLanguage.Unknown;

        // Softmax over the mean weight, as if no more than EvidenceCap n-grams had been seen.
        var scale = WeightStep * Math.Min(1.0, (double)EvidenceCap / ngrams);
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
            sum += i != best && Languages[i] == Languages[best] ? 0 : Math.Exp((scores[i] - scores[best]) * scale);
        return new IdentifiedLanguage(Languages[best], Math.Round(1 / sum, 3));
    }

    private int Sum(ReadOnlySpan<char> words, Span<int> scores)
    {
        var ngrams = 0;
        for (var start = 0; start < words.Length; start++)
        {
            var hash = NgramHash.Start;
            for (var at = start; at < words.Length && at - start < NgramHash.Longest; at++)
            {
                hash = NgramHash.Add(hash, words[at]);
                if (at == start && words[at] == ' ')
                    continue;
                if (Find(hash) is >= 0 and var found)
                {
                    ngrams++;
                    for (var p = _firstPosting[found]; p < _firstPosting[found + 1]; p++)
                        scores[_postingLanguage[p]] += _postingWeight[p];
                }
                if (at > start && words[at] == ' ')
                    break;
            }
        }
        return ngrams;
    }

    private int Find(uint hash)
    {
        for (var slot = hash & (uint)(_slots.Length - 1); _slots[slot] != 0; slot = (slot + 1) & (uint)(_slots.Length - 1))
        {
            if (_hashes[_slots[slot] - 1] == hash)
                return _slots[slot] - 1;
        }
        return -1;
    }
}
