using Pipeline.LocalCosmos.Query.Binding;
using Pipeline.LocalCosmos.Query.Functions;
using Pipeline.LocalCosmos.Query.Syntax;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Planning;

/// <summary>
/// Finds in WHERE the conditions on paths of the document that an index can narrow. Each is implied by WHERE; none need say all of it,
/// for the engine evaluates WHERE on whatever is read.
/// </summary>
/// <param name="rootName">The name that stands for the document.</param>
/// <param name="constants">Binds expressions that touch no document.</param>
internal sealed class ConditionExtractor(string rootName, ExpressionBinder constants)
{
    public IReadOnlyList<Condition> Extract(Expression? where) => where is null ? [] : [.. Conditions(where)];

    /// <summary>The path that an expression reads from the document; null for anything else.</summary>
    public IndexPath? PathOf(Expression expression)
    {
        var segments = new List<string>();
        while (expression is Member member)
        {
            if (member.Key is not Literal key || !key.Value.TryString(out var name)) return null;
            segments.Insert(0, name);
            expression = member.Target;
        }
        return expression is Identifier identifier && identifier.Name == rootName ? IndexPath.Of(segments) : null;
    }

    private IEnumerable<Condition> Conditions(Expression expression)
    {
        if (expression is Logical { IsAnd: true } conjunction) return conjunction.Operands.SelectMany(Conditions);
        if (expression is Logical disjunction) return AnyOf(disjunction);
        return Test(expression) is { } test ? [new Condition([test])] : [];
    }

    /// <summary>An OR narrows only where every branch does; of a branch that is an AND the best condition serves.</summary>
    private IEnumerable<Condition> AnyOf(Logical disjunction)
    {
        var branches = disjunction.Operands.Select(operand => Conditions(operand).MinBy(condition => condition.Selectivity)).ToList();
        return branches.Contains(null) ? [] : [new Condition([.. branches.SelectMany(branch => branch!.Alternatives)])];
    }

    private PathTest? Test(Expression expression) => expression switch
    {
        Binary { Operator: BinaryOperator.Equal } equal => Equality(equal.Left, equal.Right) ?? Equality(equal.Right, equal.Left),
        Binary comparison => Comparison(comparison.Operator, comparison.Left, comparison.Right)
            ?? Comparison(Mirrored(comparison.Operator), comparison.Right, comparison.Left),
        In { Negated: false } membership => Membership(membership),
        Between { Negated: false } between => Both(between),
        Like { Negated: false } like => Prefix(like),
        Call call => Function(call),
        Unary { Operator: UnaryOperator.Not } not when PathOf(not.Operand) is { } path => Fixed(path, Selectivity.Equality, SqlKind.False),
        _ => PathOf(expression) is { } path ? Fixed(path, Selectivity.Equality, SqlKind.True) : null,
    };

    private PathTest? Equality(Expression side, Expression other)
    {
        if (PathOf(side) is not { } path || Constant(other) is not { } value) return null;
        return new PathTest(path, Selectivity.Equality, frame => RangeMaker.Equal(value(frame)));
    }

    private PathTest? Comparison(BinaryOperator comparison, Expression side, Expression other)
    {
        if (comparison is not (BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual)) return null;
        if (PathOf(side) is not { } path || Constant(other) is not { } value) return null;
        return new PathTest(path, Selectivity.OneEnd, frame => RangeMaker.Compare(comparison, value(frame)));
    }

    private static BinaryOperator Mirrored(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => comparison,
    };

    private PathTest? Membership(In membership)
    {
        if (PathOf(membership.Needle) is not { } path) return null;
        var values = membership.Candidates.Select(Constant).ToList();
        if (values.Contains(null)) return null;
        return new PathTest(path, Selectivity.Membership, frame => [.. values.SelectMany(value => RangeMaker.Equal(value!(frame)))]);
    }

    private PathTest? Both(Between between)
    {
        if (PathOf(between.Operand) is not { } path || Constant(between.Low) is not { } low || Constant(between.High) is not { } high) return null;
        return new PathTest(path, Selectivity.BothEnds, frame => RangeMaker.Between(low(frame), high(frame)));
    }

    private PathTest? Prefix(Like like)
    {
        if (PathOf(like.Operand) is not { } path || Constant(like.Pattern) is not { } pattern) return null;
        if (like.Escape is not (null or Literal)) return null;
        var escape = like.Escape is Literal literal && literal.Value.TryString(out var text) && text.Length == 1 ? text[0] : (char?)null;
        return new PathTest(path, Selectivity.BothEnds, frame => Prefix(pattern(frame), text => LikePattern.Prefix(text, escape)));
    }

    private static IReadOnlyList<IndexRange> Prefix(Value value, Func<string, string> prefix) =>
        value.TryString(out var text) ? RangeMaker.Prefix(prefix(text)) : [];

    private PathTest? Function(Call call)
    {
        if (call is { Name: "ARRAY_CONTAINS", Arguments: [var list, var item] }) return ListMembership(list, item);
        if (call.Arguments.Count == 0 || PathOf(call.Arguments[0]) is not { } path) return null;
        switch (call.Name)
        {
            case "STARTSWITH" or "STRINGEQUALS" when call.Arguments.Count == 2 && Constant(call.Arguments[1]) is { } value:
                return call.Name == "STARTSWITH"
                    ? new PathTest(path, Selectivity.BothEnds, frame => Prefix(value(frame), text => text))
                    : new PathTest(path, Selectivity.Equality, frame => value(frame).TryString(out _) ? RangeMaker.Equal(value(frame)) : []);
            case "IS_DEFINED": return Fixed(path, Selectivity.Type, IndexRange.Any);
            case "IS_NULL": return Fixed(path, Selectivity.Equality, SqlKind.Null);
            case "IS_BOOL": return Fixed(path, Selectivity.Type, SqlKind.False, SqlKind.True);
            case "IS_NUMBER": return Fixed(path, Selectivity.Type, SqlKind.Number);
            case "IS_STRING": return Fixed(path, Selectivity.Type, SqlKind.Text);
            case "IS_ARRAY": return Fixed(path, Selectivity.Type, SqlKind.Array);
            case "IS_OBJECT": return Fixed(path, Selectivity.Type, SqlKind.Object);
            default: return null;
        }
    }

    /// <summary><c>ARRAY_CONTAINS(@list, c.path)</c> is what IN is.</summary>
    private PathTest? ListMembership(Expression list, Expression item)
    {
        if (PathOf(item) is not { } path || Constant(list) is not { } values) return null;
        return new PathTest(path, Selectivity.Membership, frame =>
            values(frame) is { Kind: ValueKind.Array } array ? [.. array.Items.SelectMany(value => RangeMaker.Equal(value))] : []);
    }

    private static PathTest Fixed(IndexPath path, Selectivity selectivity, params int[] kinds)
    {
        IReadOnlyList<IndexRange> ranges = [.. kinds.Select(kind => IndexRange.OfKind(kind, true))];
        return new PathTest(path, selectivity, _ => ranges);
    }

    private Evaluator? Constant(Expression expression) => IsConstant(expression) ? constants.Bind(expression) : null;

    private static bool IsConstant(Expression expression) => expression switch
    {
        Literal or Parameter => true,
        Unary unary => IsConstant(unary.Operand),
        Binary binary => IsConstant(binary.Left) && IsConstant(binary.Right),
        Call call => call.Arguments.All(IsConstant),
        ArrayLiteral array => array.Elements.All(IsConstant),
        ObjectLiteral literal => literal.Properties.All(property => IsConstant(property.Value)),
        Conditional choice => IsConstant(choice.Condition) && IsConstant(choice.Then) && IsConstant(choice.Otherwise),
        _ => false,
    };
}
