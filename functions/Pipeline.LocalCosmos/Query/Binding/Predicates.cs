using Pipeline.LocalCosmos.Query.Functions;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>IN, BETWEEN and LIKE.</summary>
internal static class Predicates
{
    /// <summary>True where one candidate equals; undefined where the needle is. An undefined candidate equals nothing.</summary>
    public static Evaluator In(Evaluator needle, Evaluator[] candidates, bool negated) => frame =>
    {
        var value = needle(frame);
        if (!value.IsDefined) return Value.Undefined;
        foreach (var candidate in candidates)
            if (ValueEquality.Equal(value, candidate(frame))) return Value.Of(!negated);
        return Value.Of(negated);
    };

    /// <summary>IN over literals, of which generated queries have thousands.</summary>
    public static Evaluator InSet(Evaluator needle, HashSet<Value> candidates, bool negated) => frame =>
        needle(frame) is { IsDefined: true } value ? Value.Of(candidates.Contains(value) != negated) : Value.Undefined;

    /// <summary><c>x &gt;= low AND x &lt;= high</c>, both ends included.</summary>
    public static Evaluator Between(Evaluator operand, Evaluator low, Evaluator high, bool negated) => frame =>
    {
        var value = operand(frame);
        var above = Operators.Comparison(value, low(frame), order => order >= 0);
        var below = Operators.Comparison(value, high(frame), order => order <= 0);
        if (above.IsFalse || below.IsFalse) return Value.Of(negated);
        return above.IsTrue && below.IsTrue ? Value.Of(!negated) : Value.Undefined;
    };

    public static Evaluator Like(Evaluator operand, Evaluator pattern, Evaluator? escape, bool negated) => frame =>
    {
        var escapeValue = escape is null ? Value.Of(string.Empty) : escape(frame);
        if (!operand(frame).TryString(out var text) || !pattern(frame).TryString(out var template)) return Value.Undefined;
        if (!escapeValue.TryString(out var escapeText)) return Value.Undefined;
        if (escapeText.Length > 1) throw new QueryException("ESCAPE takes a single character.");
        return Value.Of(LikePattern.IsMatch(text, template, escapeText.Length == 0 ? null : escapeText[0]) != negated);
    };
}
