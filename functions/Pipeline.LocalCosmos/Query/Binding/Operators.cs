using Pipeline.LocalCosmos.Query.Syntax;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>
/// The operators. Arithmetic on anything but numbers, and order between different types, is undefined. Equality between different
/// types is false and inequality true, as in the service's own reference interpreter; only undefined makes them undefined.
/// </summary>
internal static class Operators
{
    public static Evaluator Unary(UnaryOperator kind, Evaluator operand) => kind switch
    {
        UnaryOperator.Not => frame => Not(operand(frame)),
        UnaryOperator.Minus => frame => Number(operand(frame), x => -x),
        UnaryOperator.Plus => frame => Number(operand(frame), x => x),
        _ => frame => Number(operand(frame), x => ~Bits(x)),
    };

    public static Evaluator Binary(BinaryOperator kind, Evaluator left, Evaluator right)
    {
        switch (kind)
        {
            case BinaryOperator.Coalesce:
                return frame => left(frame) is { IsDefined: true } value ? value : right(frame);
            case BinaryOperator.Concat:
                return frame => left(frame).TryString(out var a) && right(frame).TryString(out var b) ? Value.Of(a + b) : Value.Undefined;
            case BinaryOperator.Equal:
                return frame => Equality(left(frame), right(frame), negated: false);
            case BinaryOperator.NotEqual:
                return frame => Equality(left(frame), right(frame), negated: true);
            case BinaryOperator.Less:
                return frame => Comparison(left(frame), right(frame), order => order < 0);
            case BinaryOperator.LessOrEqual:
                return frame => Comparison(left(frame), right(frame), order => order <= 0);
            case BinaryOperator.Greater:
                return frame => Comparison(left(frame), right(frame), order => order > 0);
            case BinaryOperator.GreaterOrEqual:
                return frame => Comparison(left(frame), right(frame), order => order >= 0);
            default:
                var arithmetic = Arithmetic(kind);
                return frame => Numbers(left(frame), right(frame), arithmetic);
        }
    }

    /// <summary>Three-valued: a false decides an AND and a true an OR whatever the rest is; else a non-boolean makes it undefined.</summary>
    public static Evaluator Logical(bool isAnd, Evaluator[] operands) => frame =>
    {
        var undefined = false;
        foreach (var operand in operands)
        {
            var value = operand(frame);
            if (isAnd ? value.IsFalse : value.IsTrue) return Value.Of(!isAnd);
            undefined |= value.Kind != ValueKind.Boolean;
        }
        return undefined ? Value.Undefined : Value.Of(isAnd);
    };

    public static Value Not(in Value value) => value.Kind == ValueKind.Boolean ? Value.Of(value.IsFalse) : Value.Undefined;

    public static Value Equality(in Value left, in Value right, bool negated) =>
        left.IsDefined && right.IsDefined ? Value.Of(ValueEquality.Equal(left, right) != negated) : Value.Undefined;

    public static Value Comparison(in Value left, in Value right, Func<int, bool> test) =>
        left.Kind == right.Kind && left.IsPrimitive ? Value.Of(test(ValueOrder.Instance.Compare(left, right))) : Value.Undefined;

    private static Value Number(in Value value, Func<double, double> compute) =>
        value.Kind == ValueKind.Number ? Value.Of(compute(value.AsNumber())) : Value.Undefined;

    private static Value Numbers(in Value left, in Value right, Func<double, double, double> compute) =>
        left.Kind == ValueKind.Number && right.Kind == ValueKind.Number
            ? Value.Of(compute(left.AsNumber(), right.AsNumber()))
            : Value.Undefined;

    private static Func<double, double, double> Arithmetic(BinaryOperator kind) => kind switch
    {
        BinaryOperator.Add => (a, b) => a + b,
        BinaryOperator.Subtract => (a, b) => a - b,
        BinaryOperator.Multiply => (a, b) => a * b,
        BinaryOperator.Divide => (a, b) => a / b,
        BinaryOperator.Modulo => (a, b) => a % b,
        BinaryOperator.BitwiseAnd => (a, b) => Bits(a) & Bits(b),
        BinaryOperator.BitwiseOr => (a, b) => Bits(a) | Bits(b),
        BinaryOperator.BitwiseXor => (a, b) => Bits(a) ^ Bits(b),
        BinaryOperator.ShiftLeft => (a, b) => Bits(a) << Bits(b),
        BinaryOperator.ShiftRight => (a, b) => Bits(a) >> Bits(b),
        BinaryOperator.ShiftRightUnsigned => (a, b) => (uint)Bits(a) >> Bits(b),
        _ => throw new QueryException($"The operator {kind} is not supported."),
    };

    /// <summary>ECMAScript's ToInt32: the fraction is cut off and the lowest 32 bits are kept.</summary>
    internal static int Bits(double value) => unchecked((int)(uint)(long)Math.IEEERemainder(Math.Truncate(value), 4294967296.0));
}
