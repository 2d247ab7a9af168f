using Pipeline.LocalCosmos.Query.Binding;

namespace Pipeline.LocalCosmos.Query.Planning;

/// <summary>How few documents a test may be hoped to leave, the fewest first.</summary>
internal enum Selectivity
{
    Equality,
    Membership,
    BothEnds,
    OneEnd,
    Type,
}

/// <summary>A test of one path against values that are known before any document is read.</summary>
/// <param name="Ranges">The stretches of the path's index that hold every match; none where nothing can match.</param>
internal sealed record PathTest(IndexPath Path, Selectivity Selectivity, Func<Frame, IReadOnlyList<IndexRange>> Ranges);

/// <summary>One condition that WHERE implies: at least one of the tests holds.</summary>
internal sealed record Condition(IReadOnlyList<PathTest> Alternatives)
{
    public Selectivity Selectivity { get; } = Alternatives.Max(test => test.Selectivity);

    /// <summary>The paths that need an index each.</summary>
    public IReadOnlyList<IndexPath> Paths { get; } = [.. Alternatives.Select(test => test.Path).Distinct()];
}
