using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>TOP and OFFSET LIMIT. Each is a whole number that is not negative, perhaps a parameter's.</summary>
internal sealed class RowLimits(Evaluator? top, Evaluator? offset, Evaluator? limit)
{
    public long Skip(Frame frame) => Count(frame, offset, "OFFSET") ?? 0;

    /// <summary>How many rows may come at most after those skipped.</summary>
    public long Take(Frame frame) =>
        Math.Min(Count(frame, top, "TOP") ?? long.MaxValue, Count(frame, limit, "LIMIT") ?? long.MaxValue);

    public IEnumerable<Value> Apply(Frame frame, IEnumerable<Value> values)
    {
        var (skip, take) = (Skip(frame), Take(frame));
        if (take == 0) yield break;
        foreach (var value in values)
        {
            if (skip-- > 0) continue;
            yield return value;
            if (--take == 0) yield break;
        }
    }

    private static long? Count(Frame frame, Evaluator? evaluate, string clause)
    {
        if (evaluate is null) return null;
        return evaluate(frame).TryInteger(out var count) && count >= 0
            ? count
            : throw new QueryException($"{clause} takes a whole number that is not negative.");
    }
}
