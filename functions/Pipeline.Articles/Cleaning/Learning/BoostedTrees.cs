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

    public BoostedTrees(int depth, float bias, int[] features, float[] thresholds, float[] leaves)
    {
        Depth = depth;
        Bias = bias;
        (_features, _thresholds, _leaves) = (features, thresholds, leaves);
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
    public float[] Predict(FeatureTable table)
    {
        var scores = new float[table.Stride];
        Array.Fill(scores, Bias);
        var values = table.Values;
        for (var tree = 0; tree < Count; tree++)
        {
            var leaves = _leaves.AsSpan(tree << Depth, 1 << Depth);
            for (var row = 0; row < table.Stride; row += Vector256<float>.Count)
            {
                var index = Vector256<int>.Zero;
                for (var level = tree * Depth; level < (tree + 1) * Depth; level++)
                {
                    var column = Vector256.Create(values.Slice((_features[level] * table.Stride) + row, Vector256<float>.Count));
                    var isAbove = Vector256.GreaterThan(column, Vector256.Create(_thresholds[level])).AsInt32();
                    index = (index << 1) - isAbove;
                }

                for (var lane = 0; lane < Vector256<float>.Count; lane++)
                {
                    scores[row + lane] += leaves[index[lane]];
                }
            }
        }

        return scores;
    }
}
