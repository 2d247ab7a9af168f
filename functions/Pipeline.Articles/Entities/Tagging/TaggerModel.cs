using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Entities.Tagging;

/// <summary>Weights of features and of pairs of tags. Read only after loading.</summary>
internal sealed class TaggerModel
{
    private const int Width = TagSet.Width;

    // The hash above, the row from 1 up below; zero for an empty slot.
    private readonly ulong[] _slots;

    // A bit for the upper bits of each hash. Most features of a text are not in the model; this says so without a branch that would be mispredicted.
    private readonly uint[] _known;
    private readonly int _knownShift;
    private readonly sbyte[] _rows;
    private readonly float _step;

    private TaggerModel(uint[] hashes, sbyte[] rows, float[] transitions, float step, NameConfidence confidence)
    {
        (_rows, Transitions, _step, Confidence) = (rows, transitions, step, confidence);
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, hashes.Length * 2));
        _slots = new ulong[size];
        (_known, _knownShift) = (new uint[size / 4], 32 - System.Numerics.BitOperations.Log2((uint)size * 8));
        for (var i = 0; i < hashes.Length; i++)
        {
            var slot = hashes[i] & (uint)(size - 1);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (uint)(size - 1);
            _slots[slot] = ((ulong)hashes[i] << 32) | (uint)(i + 1);
            var bit = hashes[i] >> _knownShift;
            _known[bit >> 5] |= 1u << (int)(bit & 31);
        }
    }

    /// <summary>Scores of one tag after another: [first * Width + second].</summary>
    public float[] Transitions { get; }

    public NameConfidence Confidence { get; }

    public static TaggerModel Embedded(string name)
    {
        using var reader = ModelFile.Open(name);
        return Read(reader);
    }

    /// <summary>
    /// Layout, little endian: the step of a weight (float), the slopes and the offsets of the confidence (float, one a type
    /// each), the transitions (float, Count by Count), the count of features; their hashes ascending, each as the difference to
    /// the one before (7 bits a byte); the tags that weigh (a bit each), the low bytes of all features, the middle, the high
    /// ones; of each feature its weights (a signed byte each). Like beside like packs better.
    /// </summary>
    public static TaggerModel Read(BinaryReader reader)
    {
        var step = reader.ReadSingle();
        float[] Floats() => [.. TagSet.Types.Select(_ => reader.ReadSingle())];
        var confidence = new NameConfidence(Floats(), Floats());
        var transitions = new float[Width * Width];
        for (var first = 0; first < TagSet.Count; first++)
        {
            for (var second = 0; second < TagSet.Count; second++)
                transitions[(first * Width) + second] = reader.ReadSingle();
        }
        var hashes = new uint[reader.ReadInt32()];
        var hash = 0u;
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = hash += (uint)reader.Read7BitEncodedInt64();
        var tags = new byte[3][];
        for (var plane = 0; plane < tags.Length; plane++)
            reader.BaseStream.ReadExactly(tags[plane] = new byte[hashes.Length]);
        var rows = new sbyte[hashes.Length * Width];
        for (var i = 0; i < hashes.Length; i++)
        {
            var mask = tags[0][i] | (tags[1][i] << 8) | (tags[2][i] << 16);
            for (var tag = 0; tag < TagSet.Count; tag++)
            {
                if ((mask & (1 << tag)) != 0)
                    rows[(i * Width) + tag] = reader.ReadSByte();
            }
        }
        return new TaggerModel(hashes, rows, transitions, step, confidence);
    }

    /// <summary>Sums the weights of a token's features into its scores.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        var (s0, s1, s2) = (Vector128<short>.Zero, Vector128<short>.Zero, Vector128<short>.Zero);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        Span<uint> perhaps = stackalloc uint[features.Length];
        var count = 0;
        foreach (var feature in features)
        {
            perhaps[count] = feature;
            var bit = feature >> _knownShift;
            count += (int)((_known[bit >> 5] >> (int)(bit & 31)) & 1);
        }
        foreach (var feature in perhaps[..count])
        {
            var row = Find(feature);
            if (row < 0)
                continue;
            var at = (nuint)(row * Width);
            var (w0, w1) = Vector128.Widen(Vector128.LoadUnsafe(ref rows, at));
            (s0, s1, s2) = (s0 + w0, s1 + w1, s2 + Vector128.WidenLower(Vector128.Create(Vector64.LoadUnsafe(ref rows, at + 16), default)));
        }
        for (var tag = 0; tag < 8; tag++)
            (scores[tag], scores[tag + 8], scores[tag + 16]) = (s0[tag] * _step, s1[tag] * _step, s2[tag] * _step);
    }

    private int Find(uint hash)
    {
        var mask = (uint)(_slots.Length - 1);
        for (var slot = hash & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if ((uint)(_slots[slot] >> 32) == hash)
                return (int)(uint)_slots[slot] - 1;
        }
        return -1;
    }
}
