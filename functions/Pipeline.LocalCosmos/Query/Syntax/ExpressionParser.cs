using static Pipeline.LocalCosmos.Query.Syntax.BinaryOperator;

namespace Pipeline.LocalCosmos.Query.Syntax;

/// <summary>
/// Reads scalar expressions by precedence climbing. The levels, loosest first, are those of the service's own parser (its query
/// planner prints what it read), and they are not what other languages have: NOT binds like a sign, and bits bind like sums.
/// <code>?:   ??   OR   AND   IN BETWEEN LIKE   = != &lt; &gt;   &lt;&lt; &gt;&gt;   + - &amp; | ^ ||   * / %   NOT - + ~   . []</code>
/// </summary>
internal sealed class ExpressionParser(TokenReader tokens, Func<QuerySyntax> query)
{
    private const int CoalesceLevel = 1, OrLevel = 2, AndLevel = 3, RangeLevel = 4, BinaryLevel = 5;

    private static readonly Dictionary<string, (BinaryOperator Operator, int Level)> Operators = new()
    {
        ["??"] = (Coalesce, CoalesceLevel),
        ["="] = (Equal, BinaryLevel),
        ["!="] = (NotEqual, BinaryLevel),
        ["<>"] = (NotEqual, BinaryLevel),
        ["<"] = (Less, BinaryLevel),
        ["<="] = (LessOrEqual, BinaryLevel),
        [">"] = (Greater, BinaryLevel),
        [">="] = (GreaterOrEqual, BinaryLevel),
        ["<<"] = (ShiftLeft, 6),
        [">>"] = (ShiftRight, 6),
        [">>>"] = (ShiftRightUnsigned, 6),
        ["+"] = (Add, 7),
        ["-"] = (Subtract, 7),
        ["&"] = (BitwiseAnd, 7),
        ["|"] = (BitwiseOr, 7),
        ["^"] = (BitwiseXor, 7),
        ["||"] = (Concat, 7),
        ["*"] = (Multiply, 8),
        ["/"] = (Divide, 8),
        ["%"] = (Modulo, 8),
    };

    private int _nesting;

    public Expression Parse() => Nested(() =>
    {
        var expression = Climb(CoalesceLevel);
        if (!tokens.TakeSymbol("?")) return expression;
        var then = Parse();
        tokens.ExpectSymbol(":");
        return new Conditional(expression, then, Parse());
    });

    /// <summary>Runs a part that recurses. The tree bounds its own depth, but only after it was read.</summary>
    public Expression Nested(Func<Expression> part)
    {
        if (++_nesting > Expression.MaxDepth) throw new QueryException($"The query nests deeper than {Expression.MaxDepth} levels.");
        var expression = part();
        _nesting--;
        return expression;
    }

    public NodeList<Expression> List()
    {
        var items = new List<Expression>();
        do items.Add(Parse());
        while (tokens.TakeSymbol(","));
        return new NodeList<Expression>(items);
    }

    private Expression Climb(int level)
    {
        var left = Prefix();
        while (true)
        {
            if (level <= OrLevel && tokens.IsKeyword("OR")) left = Chain(left, "OR", AndLevel);
            else if (level <= AndLevel && tokens.IsKeyword("AND")) left = Chain(left, "AND", RangeLevel);
            else if (level <= RangeLevel && Range(left) is { } range) left = range;
            else if (tokens.Current.Kind == TokenKind.Symbol
                && Operators.TryGetValue(tokens.Current.Text, out var found) && found.Level >= level)
            {
                tokens.Take();
                left = new Binary(found.Operator, left, Climb(found.Level + 1));
            }
            else return left;
        }
    }

    private Logical Chain(Expression first, string keyword, int level)
    {
        var operands = new List<Expression> { first };
        while (tokens.TakeKeyword(keyword)) operands.Add(Climb(level));
        return new Logical(keyword == "AND", new NodeList<Expression>(operands));
    }

    private Expression Prefix()
    {
        UnaryOperator unary;
        if (tokens.IsSymbol("-")) unary = UnaryOperator.Minus;
        else if (tokens.IsSymbol("+")) unary = UnaryOperator.Plus;
        else if (tokens.IsSymbol("~")) unary = UnaryOperator.BitwiseNot;
        else if (tokens.IsKeyword("NOT")) unary = UnaryOperator.Not;
        else return Postfix();
        tokens.Take();
        var operand = Nested(Prefix);
        return new Unary(unary, operand);
    }

    private Expression? Range(Expression left)
    {
        var negated = tokens.IsKeyword("NOT");
        var keyword = negated ? tokens.Peek(1) : tokens.Current;
        var isRange = TokenReader.IsKeyword(keyword, "IN") || TokenReader.IsKeyword(keyword, "BETWEEN") || TokenReader.IsKeyword(keyword, "LIKE");
        if (!isRange) return null;
        if (negated) tokens.Take();
        if (tokens.TakeKeyword("IN"))
        {
            tokens.ExpectSymbol("(");
            if (tokens.IsKeyword("SELECT")) throw new QueryException("IN takes a list of values; use EXISTS or ARRAY_CONTAINS for a subquery.");
            var candidates = List();
            tokens.ExpectSymbol(")");
            return new In(left, candidates, negated);
        }
        if (tokens.TakeKeyword("BETWEEN"))
        {
            var low = Climb(BinaryLevel);
            tokens.ExpectKeyword("AND");
            return new Between(left, low, Climb(BinaryLevel), negated);
        }
        tokens.ExpectKeyword("LIKE");
        var pattern = Climb(BinaryLevel);
        var escape = tokens.TakeKeyword("ESCAPE") ? Primary() : null;
        return new Like(left, pattern, escape, negated);
    }

    public Expression Postfix()
    {
        var target = Primary();
        while (true)
        {
            if (tokens.TakeSymbol("."))
            {
                if (tokens.Current.Kind != TokenKind.Name) throw tokens.Unexpected("a property name after '.'");
                target = new Member(target, new Literal(Values.Value.Of(tokens.Take().Text)));
            }
            else if (tokens.TakeSymbol("["))
            {
                target = new Member(target, Parse());
                tokens.ExpectSymbol("]");
            }
            else return target;
        }
    }

    public Expression Primary() => PrimaryParser.Parse(tokens, this, query);
}
