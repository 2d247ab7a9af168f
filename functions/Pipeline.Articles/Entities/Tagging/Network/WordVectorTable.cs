using Pipeline.Articles.Networks;

namespace Pipeline.Articles.Entities.Tagging.Network;

/// <summary>
/// Short vectors of words, by product quantisation (Jegou, Douze, Schmid 2011): of each of four parts of a frequent word's vector
/// the nearest of 256 centres; a rarer word has the mean of its cluster. See Models/README.md.
/// </summary>
internal sealed class WordVectorTable
{
    public const int Parts = 4;
    public const int PartSize = NetworkShape.Vector / Parts;
    public const int Centres = 256;
    public const int Clusters = 1024;

    /// <summary>Words up to this rarity (a byte of <see cref="WordClusters"/>) have a vector of their own: the hundred thousand most used.</summary>
    public const int RarestOwn = 230;

    private static readonly Lazy<WordVectorTable> Loaded = new(Embedded);

    private readonly WordClusters _words;
    private readonly float[] _clusters;
    private readonly float[] _centres;
    private readonly byte[] _codes;
    private readonly int[] _rows;

    private WordVectorTable(WordClusters words, float[] clusters, float[] centres, byte[] codes)
    {
        (_words, _clusters, _centres, _codes) = (words, clusters, centres, codes);
        _rows = new int[words.Count];
        var row = 0;
        for (var place = 0; place < _rows.Length; place++)
            _rows[place] = words.RarityAt(place) <= RarestOwn ? row++ : -1;
        if (row * Parts != codes.Length)
            throw new InvalidDataException("The vectors were made for other words.");
    }

    public static WordVectorTable Default => Loaded.Value;

    /// <summary>
    /// Layout, little endian: a scale (float) and the clusters' means (a signed byte a number), a scale and the centres, part by
    /// part; the codes of the words that have them, in the order of <paramref name="words"/>.
    /// </summary>
    public static WordVectorTable Read(BinaryReader reader, WordClusters words)
    {
        var clusters = SignedBytes.Read(reader, Clusters * NetworkShape.Vector);
        var centres = SignedBytes.Read(reader, Parts * Centres * PartSize);
        var codes = new byte[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(codes);
        return new WordVectorTable(words, clusters, centres, codes);
    }

    /// <summary>Writes the vector of a word of <see cref="WordClusters"/>; leaves the target as it is for an unknown word.</summary>
    public void Write(uint lowerHash, Span<float> target)
    {
        var place = _words.Place(lowerHash);
        if (place < 0)
            return;
        if (_rows[place] < 0)
        {
            _clusters.AsSpan(_words.FineAt(place) * NetworkShape.Vector, NetworkShape.Vector).CopyTo(target);
            return;
        }
        for (var part = 0; part < Parts; part++)
        {
            var centre = (part * Centres) + _codes[(_rows[place] * Parts) + part];
            _centres.AsSpan(centre * PartSize, PartSize).CopyTo(target[(part * PartSize)..]);
        }
    }

    private static WordVectorTable Embedded()
    {
        using var reader = ModelFile.Open("vectors.bin");
        return Read(reader, WordClusters.Default);
    }
}
