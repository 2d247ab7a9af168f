namespace Pipeline.LocalCosmos.Query.Planning;

/// <summary>
/// A stretch of an index, both ends included; an end that is null is open.
/// </summary>
/// <param name="Kind">One of <see cref="SqlKind"/>'s, or <see cref="Any"/> for every defined value.</param>
/// <param name="IsExact">True where what lies in the range is just what the predicate accepts, not only some more.</param>
internal readonly record struct IndexRange(int Kind, object? Low, object? High, bool IsExact)
{
    public const int Any = -1;

    public static IndexRange OfKind(int kind, bool isExact) => new(kind, null, null, isExact);

    /// <summary>
    /// Numbers get a little play, because SQLite need not round a long decimal as .NET does; the engine looks again.
    /// </summary>
    public static IndexRange OfNumbers(double? low, double? high) => new(
        SqlKind.Number,
        low is { } from ? Math.BitDecrement(Math.BitDecrement(from)) : null,
        high is { } to ? Math.BitIncrement(Math.BitIncrement(to)) : null,
        IsExact: false);
}
