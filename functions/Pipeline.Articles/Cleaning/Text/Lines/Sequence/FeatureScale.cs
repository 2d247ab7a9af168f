using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Pipeline.Articles.Cleaning.Learning;

namespace Pipeline.Articles.Cleaning.Text.Lines.Sequence;

/// <summary>
/// Brings features of any range to one: the logarithm of the size, with its sign, less the mean, in deviations, within bounds; and
/// what was told column by column is told line by line.
/// </summary>
/// <param name="means">Of the logarithms of each column.</param>
/// <param name="factors">One over the deviation of each.</param>
internal sealed class FeatureScale(float[] means, float[] factors)
{
    private const float Bound = 4;
    private const float ScoreBound = 3;
    private const float ScoreFactor = 0.5f;

    /// <summary>What is told of a line all whose features are zero.</summary>
    private readonly float[] _none =
    [
        .. means.Select((mean, column) => Scale(Vector256<float>.Zero, Vector256.Create(mean), Vector256.Create(factors[column]))[0]),
        .. new float[SequenceShape.Features - means.Length],
    ];

    /// <summary>Columns of the table that are told.</summary>
    public int Columns => means.Length;

    public static FeatureScale Read(BinaryReader reader)
    {
        var columns = reader.ReadByte();
        return new FeatureScale([.. Enumerable.Range(0, columns).Select(_ => reader.ReadSingle())], [.. Enumerable.Range(0, columns).Select(_ => reader.ReadSingle())]);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)means.Length);
        foreach (var value in (float[])[.. means, .. factors])
        {
            writer.Write(value);
        }
    }

    /// <param name="table">The features.</param>
    /// <param name="scores">What the first look thought of each line, in log odds.</param>
    /// <param name="rows">Out: <see cref="SequenceShape.Features"/> numbers a line.</param>
    public void Fill(FeatureTable table, ReadOnlySpan<float> scores, Span<float> rows)
    {
        // Most lines lack most things, so each begins as one that lacks them all.
        for (var row = 0; row < table.Rows; row++)
        {
            _none.CopyTo(rows.Slice(row * SequenceShape.Features, SequenceShape.Features));
        }

        for (var column = 0; column < means.Length; column++)
        {
            var values = table.Values.Slice(column * table.Stride, table.Stride);
            var (mean, factor) = (Vector256.Create(means[column]), Vector256.Create(factors[column]));
            for (var row = 0; row < table.Rows; row += Vector256<float>.Count)
            {
                var eight = Vector256.Create(values[row..]);
                if (eight == Vector256<float>.Zero)
                {
                    continue;
                }

                var scaled = Scale(eight, mean, factor);
                if (row + Vector256<float>.Count <= table.Rows)
                {
                    Scatter(scaled, ref rows.Slice(row * SequenceShape.Features, Vector256<float>.Count * SequenceShape.Features)[column]);
                    continue;
                }

                for (var i = 0; row + i < table.Rows; i++)
                {
                    rows[((row + i) * SequenceShape.Features) + column] = scaled[i];
                }
            }
        }

        for (var row = 0; row < table.Rows; row++)
        {
            rows[(row * SequenceShape.Features) + means.Length] = Math.Clamp(scores[row] * ScoreFactor, -ScoreBound, ScoreBound);
        }
    }

    private static Vector256<float> Scale(Vector256<float> values, Vector256<float> mean, Vector256<float> factor) =>
        Vector256.Min(Vector256.Max((Log(values) - mean) * factor, Vector256.Create(-Bound)), Vector256.Create(Bound));

    /// <summary>A number to each of eight lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scatter(Vector256<float> values, ref float first)
    {
        first = values[0];
        Unsafe.Add(ref first, 1 * SequenceShape.Features) = values[1];
        Unsafe.Add(ref first, 2 * SequenceShape.Features) = values[2];
        Unsafe.Add(ref first, 3 * SequenceShape.Features) = values[3];
        Unsafe.Add(ref first, 4 * SequenceShape.Features) = values[4];
        Unsafe.Add(ref first, 5 * SequenceShape.Features) = values[5];
        Unsafe.Add(ref first, 6 * SequenceShape.Features) = values[6];
        Unsafe.Add(ref first, 7 * SequenceShape.Features) = values[7];
    }

    /// <summary>The logarithm of one more than the size, with the sign.</summary>
    public static Vector256<float> Log(Vector256<float> values)
    {
        var sign = values & Vector256.Create(-0f);
        return Vector256.Log(Vector256.Abs(values) + Vector256<float>.One) | sign;
    }
}
