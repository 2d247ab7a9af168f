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

    /// <summary>Places in a text whose n-grams are read from the table before the first of them is looked at.</summary>
    private const int Batch = 32;

    private readonly NgramPostings _postings;
    private readonly Slot[] _slots;

    private NgramProfiles(string[] languages, Slot[] ngrams, NgramPostings postings)
    {
        Languages = languages;
        _postings = postings;
        _slots = new Slot[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, ngrams.Length * 2))];
        foreach (var ngram in ngrams)
        {
            var slot = ngram.Hash & (uint)(_slots.Length - 1);
            while (_slots[slot].Place != 0)
                slot = (slot + 1) & (uint)(_slots.Length - 1);
            _slots[slot] = ngram;
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
        var ngrams = new Slot[reader.ReadInt32()];
        var postings = new NgramPostings(languages.Length);
        for (var i = 0; i < ngrams.Length; i++)
        {
            var hash = reader.ReadUInt32();
            ngrams[i] = new Slot(hash, postings.Add(reader.ReadBytes(2 * reader.ReadByte())));
        }
        return new NgramProfiles(languages, ngrams, postings);
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

    /// <remarks>
    /// The table is larger than the caches that the rest of a text's work leaves to it, so nearly every look-up would wait for memory.
    /// Reading many at once, with no branch that hangs on what was read, makes those waits overlap.
    /// </remarks>
    private int Sum(ReadOnlySpan<char> words, Span<int> scores)
    {
        Span<uint> hashes = stackalloc uint[Batch * NgramHash.Longest];
        Span<Slot> slots = stackalloc Slot[Batch * NgramHash.Longest];
        Span<int> lists = stackalloc int[Batch * NgramHash.Longest];
        Span<int> rows = stackalloc int[Batch * NgramHash.Longest];
        var (table, ngrams) = (_slots, 0);
        for (var start = 0; start < words.Length; start += Batch)
        {
            // 1. The slots where the n-grams stand, unless another pushed them on.
            var count = ReadHashes(words, start, Math.Min(words.Length, start + Batch), hashes);
            for (var i = 0; i < count; i++)
                slots[i] = table[hashes[i] & (uint)(table.Length - 1)];

            // 2. The places of the known ones.
            var (ofList, ofRow) = (0, 0);
            for (var i = 0; i < count; i++)
            {
                var place = slots[i].Place == 0 || slots[i].Hash == hashes[i] ? slots[i].Place : Find(hashes[i]);
                lists[ofList] = place;
                rows[ofRow] = place;
                ofList += place > 0 ? 1 : 0;
                ofRow += place < 0 ? 1 : 0;
            }

            // 3. Their weights.
            _postings.AddLists(lists[..ofList], scores);
            _postings.AddRows(rows[..ofRow], scores);
            ngrams += ofList + ofRow;
        }
        return ngrams;
    }

    /// <summary>The n-grams that begin at these places.</summary>
    /// <returns>How many there are.</returns>
    private static int ReadHashes(ReadOnlySpan<char> words, int start, int end, Span<uint> hashes)
    {
        var count = 0;
        for (; start < end; start++)
        {
            var hash = NgramHash.Start;
            for (var at = start; at < words.Length && at - start < NgramHash.Longest; at++)
            {
                hash = NgramHash.Add(hash, words[at]);
                if (at == start && words[at] == ' ')
                    continue;
                hashes[count++] = hash;
                if (at > start && words[at] == ' ')
                    break;
            }
        }
        return count;
    }

    /// <returns>The place of the n-gram's postings; 0 when no language has it.</returns>
    private int Find(uint hash)
    {
        var slots = _slots;
        var slot = hash & (uint)(slots.Length - 1);
        while (slots[slot].Place != 0 && slots[slot].Hash != hash)
            slot = (slot + 1) & (uint)(slots.Length - 1);
        return slots[slot].Place;
    }

    /// <summary>Hash and place in one word of memory: one cache line tells whether an n-gram is known.</summary>
    private readonly record struct Slot(uint Hash, int Place);
}
