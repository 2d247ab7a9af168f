using Pipeline.Articles.Networks;

namespace Pipeline.Benchmarks.Networks;

/// <summary>Gradients of the products of <see cref="DenseMath"/>: products again, of the transposed.</summary>
internal sealed class Backward(int most)
{
    private readonly float[] _columns = new float[most];

    /// <summary>Columns as rows.</summary>
    public static void Transpose(ReadOnlySpan<float> matrix, int rows, int columns, Span<float> target)
    {
        for (var row = 0; row < rows; row++)
        {
            var from = matrix.Slice(row * columns, columns);
            for (var column = 0; column < from.Length; column++)
                target[(column * rows) + row] = from[column];
        }
    }

    /// <summary>dx += W dy for each token: dy of <paramref name="outs"/> numbers, dx of <paramref name="ins"/>; W as it is transposed.</summary>
    public static void AddInputs(ReadOnlySpan<float> dy, ReadOnlySpan<float> transposed, Span<float> dx, int count, int ins, int outs) =>
        DenseMath.MultiplyAdd(dy, transposed, dx, count, outs, ins);

    /// <summary>dW += sum over tokens of x dy: x of <paramref name="ins"/> numbers a token, dy of <paramref name="outs"/>.</summary>
    public void AddWeights(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, int count, int ins, int outs, Span<float> dw)
    {
        Transpose(x, count, ins, _columns);
        DenseMath.MultiplyAdd(_columns, dy, dw, ins, count, outs);
    }
}
