using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Cleaning.Learning;

/// <summary>
/// Gradient-boosted oblivious trees: all nodes of one depth ask the same question, so a tree is a few comparisons that make up an
/// index into its leaves (Prokhorenkova et al., "CatBoost: unbiased boosting with categorical features", NeurIPS 2018).
/// </summary>
internal sealed class BoostedTrees
{
    private readonly int[] _features;
    private readonly float[] _thresholds;
    private readonly float[] _leaves;
    private readonly int _lastFeature;

    public BoostedTrees(int depth, float bias, int[] features, float[] thresholds, float[] leaves)
    {
        Depth = depth;
        Bias = bias;
        (_features, _thresholds, _leaves) = (features, thresholds, leaves);
        _lastFeature = features.Length == 0 ? -1 : features.Max();
    }

    public int Depth { get; }

    public float Bias { get; }

    public int Count => _features.Length / Depth;

    public static BoostedTrees Read(BinaryReader reader)
    {
        var depth = reader.ReadByte();
        var bias = reader.ReadSingle();
        var trees = reader.ReadUInt16();
        var features = new int[trees * depth];
        var thresholds = new float[trees * depth];
        var leaves = new float[trees << depth];
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = reader.ReadUInt16();
            thresholds[i] = reader.ReadSingle();
        }

        for (var i = 0; i < leaves.Length; i++)
        {
            leaves[i] = (float)reader.ReadHalf();
        }

        return new BoostedTrees(depth, bias, features, thresholds, leaves);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)Depth);
        writer.Write(Bias);
        writer.Write((ushort)Count);
        for (var i = 0; i < _features.Length; i++)
        {
            writer.Write((ushort)_features[i]);
            writer.Write(_thresholds[i]);
        }

        foreach (var leaf in _leaves)
        {
            writer.Write((Half)leaf);
        }
    }

    /// <summary>The log odds of each row.</summary>
    /// <exception cref="ArgumentException">The table lacks a column that a tree asks about.</exception>
    public float[] Predict(FeatureTable table)
    {
        if (_lastFeature >= table.Columns)
        {
            throw new ArgumentException($"The trees ask about column {_lastFeature}, the table has {table.Columns}.", nameof(table));
        }

        var scores = new float[table.Stride];
        Array.Fill(scores, Bias);
        Span<int> columns = stackalloc int[Depth];
        for (var tree = 0; tree < Count; tree++)
        {
            for (var level = 0; level < Depth; level++)
            {
                columns[level] = _features[(tree * Depth) + level] * table.Stride;
            }

            var thresholds = _thresholds.AsSpan(tree * Depth, Depth);
            var leaves = _leaves.AsSpan(tree << Depth, 1 << Depth);
            if (Depth == SixQuestions.Depth)
            {
                SixQuestions.Add(table.Values, columns, thresholds, leaves, scores);
            }
            else
            {
                Add(scores, table.Values, columns, thresholds, leaves);
            }
        }

        return scores;
    }

    /// <summary>Adds one tree's answers, eight rows at a time.</summary>
    private static void Add(Span<float> scores, ReadOnlySpan<float> values, ReadOnlySpan<int> columns, ReadOnlySpan<float> thresholds, ReadOnlySpan<float> leaves)
    {
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var score = ref MemoryMarshal.GetReference(scores);
        for (var row = 0; row < scores.Length; row += Vector256<float>.Count)
        {
            var index = Vector256<int>.Zero;
            for (var level = 0; level < columns.Length; level++)
            {
                var column = Vector256.LoadUnsafe(ref value, (nuint)(columns[level] + row));
                index = (index << 1) - Vector256.GreaterThan(column, Vector256.Create(thresholds[level])).AsInt32();
            }

            var answers = Vector256.Create(
                leaves[index[0]], leaves[index[1]], leaves[index[2]], leaves[index[3]], leaves[index[4]], leaves[index[5]], leaves[index[6]], leaves[index[7]]);
            (Vector256.LoadUnsafe(ref score, (nuint)row) + answers).StoreUnsafe(ref score, (nuint)row);
        }
    }
}
