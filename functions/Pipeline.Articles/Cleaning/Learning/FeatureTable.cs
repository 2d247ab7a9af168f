using System.Buffers;

namespace Pipeline.Articles.Cleaning.Learning;

/// <summary>Features of all blocks, column by column, so that a tree's split reads eight blocks at once.</summary>
internal sealed class FeatureTable : IDisposable
{
    /// <summary>Room for columns; more is an error of the program.</summary>
    private const int MostColumns = 280;

    /// <summary>The pool would keep the few huge ones for good.</summary>
    private const int LargestPooled = 1 << 19;

    private readonly float[] _values;
    private readonly bool _isPooled;

    public FeatureTable(int rows)
    {
        Rows = rows;
        Stride = (rows + 7) & ~7;
        _isPooled = MostColumns * Stride <= LargestPooled;
        _values = _isPooled ? ArrayPool<float>.Shared.Rent(MostColumns * Stride) : new float[MostColumns * Stride];
    }

    public int Rows { get; }

    /// <summary>Distance between columns: the rows, filled up to whole vectors.</summary>
    public int Stride { get; }

    public int Columns { get; private set; }

    public ReadOnlySpan<float> Values => _values.AsSpan(0, Columns * Stride);

    public ReadOnlySpan<float> Column(int column) => _values.AsSpan(column * Stride, Rows);

    /// <summary>Adds a column of zeros to be filled.</summary>
    public Span<float> Add()
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Columns, MostColumns);
        var column = _values.AsSpan(Columns++ * Stride, Stride);
        column.Clear();
        return column[..Rows];
    }

    /// <summary>Takes the last columns away, so that others may follow the first ones.</summary>
    public void Truncate(int columns) => Columns = Math.Min(Columns, columns);

    public void Dispose()
    {
        if (_isPooled)
        {
            ArrayPool<float>.Shared.Return(_values);
        }
    }
}
