using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Syntax;

/// <summary>
/// A scalar expression as written. Trees compare by structure (GROUP BY needs that). Every node knows how deep it is: what walks a
/// tree recurses, so the depth is bounded here, once, and no text can exhaust the stack.
/// </summary>
internal abstract record Expression
{
    public const int MaxDepth = 200;

    protected Expression(int depth)
    {
        if (depth > MaxDepth) throw new QueryException($"The query nests deeper than {MaxDepth} levels.");
        Depth = depth;
    }

    public int Depth { get; }

    protected static int Above(params ReadOnlySpan<Expression?> children)
    {
        var depth = 0;
        foreach (var child in children) depth = Math.Max(depth, child?.Depth ?? 0);
        return depth + 1;
    }

    protected static int Above(NodeList<Expression> children) => children.Count == 0 ? 1 : children.Max(child => child.Depth) + 1;
}

internal sealed record Literal(Value Value) : Expression(1);

/// <param name="Name">With its <c>@</c>.</param>
internal sealed record Parameter(string Name) : Expression(1);

/// <summary>A name that FROM, JOIN or an outer query binds.</summary>
internal sealed record Identifier(string Name) : Expression(1);

/// <summary><c>target.name</c>, <c>target["name"]</c> or <c>target[0]</c>.</summary>
internal sealed record Member(Expression Target, Expression Key) : Expression(Above(Target, Key));

internal sealed record ArrayLiteral(NodeList<Expression> Elements) : Expression(Above(Elements));

internal sealed record ObjectLiteral(NodeList<ObjectProperty> Properties)
    : Expression(Properties.Count == 0 ? 1 : Properties.Max(property => property.Value.Depth) + 1);

internal sealed record ObjectProperty(string Name, Expression Value);

internal sealed record Unary(UnaryOperator Operator, Expression Operand) : Expression(Above(Operand));

internal sealed record Binary(BinaryOperator Operator, Expression Left, Expression Right) : Expression(Above(Left, Right));

/// <summary>A whole chain of AND, or of OR: a chain may be thousands long without being deep.</summary>
internal sealed record Logical(bool IsAnd, NodeList<Expression> Operands) : Expression(Above(Operands));

internal sealed record In(Expression Needle, NodeList<Expression> Candidates, bool Negated)
    : Expression(Math.Max(Above(Needle), Above(Candidates)));

internal sealed record Between(Expression Operand, Expression Low, Expression High, bool Negated)
    : Expression(Above(Operand, Low, High));

internal sealed record Like(Expression Operand, Expression Pattern, Expression? Escape, bool Negated)
    : Expression(Above(Operand, Pattern, Escape));

internal sealed record Conditional(Expression Condition, Expression Then, Expression Otherwise)
    : Expression(Above(Condition, Then, Otherwise));

/// <param name="Name">In upper case.</param>
internal sealed record Call(string Name, NodeList<Expression> Arguments) : Expression(Above(Arguments));

internal sealed record Subquery(SubqueryKind Kind, QuerySyntax Query) : Expression(Query.Depth + 1);
