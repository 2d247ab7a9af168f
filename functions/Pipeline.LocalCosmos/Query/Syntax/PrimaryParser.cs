using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Syntax;

/// <summary>What an expression is made of: literals, parameters, names, calls, parentheses, subqueries, arrays and objects.</summary>
internal static class PrimaryParser
{
    public static Expression Parse(TokenReader tokens, ExpressionParser expressions, Func<QuerySyntax> query)
    {
        switch (tokens.Current.Kind)
        {
            case TokenKind.Number: return new Literal(Value.Of(tokens.Take().Number));
            case TokenKind.Text: return new Literal(Value.Of(tokens.Take().Text));
            case TokenKind.Parameter: return new Parameter(tokens.Take().Text);
            case TokenKind.Name: return Name(tokens, expressions, query);
        }
        if (tokens.TakeSymbol("(")) return Parenthesis(tokens, expressions, query, SubqueryKind.Scalar);
        if (tokens.TakeSymbol("[")) return Array(tokens, expressions);
        if (tokens.TakeSymbol("{")) return Object(tokens, expressions);
        throw tokens.Unexpected("an expression");
    }

    private static Expression Name(TokenReader tokens, ExpressionParser expressions, Func<QuerySyntax> query)
    {
        var name = tokens.Current.Text.ToUpperInvariant();
        switch (name)
        {
            case "NULL": return Constant(tokens, Value.Null);
            case "TRUE": return Constant(tokens, Value.True);
            case "FALSE": return Constant(tokens, Value.False);
            case "UNDEFINED": return Constant(tokens, Value.Undefined);
            case "UDF": throw new QueryException("User defined functions are not supported.");
        }
        var opens = tokens.Peek(1) is { Kind: TokenKind.Symbol, Text: "(" };
        SubqueryKind? kind = name switch
        {
            "EXISTS" => SubqueryKind.Exists,
            "ARRAY" => SubqueryKind.Array,
            "ALL" => SubqueryKind.All,
            "FIRST" => SubqueryKind.First,
            "LAST" => SubqueryKind.Last,
            _ => null,
        };
        if (opens && kind is { } subquery)
        {
            tokens.Take();
            tokens.Take();
            if (!tokens.IsKeyword("SELECT")) throw tokens.Unexpected($"a subquery in {name}");
            return Parenthesis(tokens, expressions, query, subquery);
        }
        // LEFT and RIGHT are both reserved and functions.
        if (Keywords.IsReserved(name) && !(opens && name is ("LEFT" or "RIGHT"))) throw tokens.Unexpected("an expression");
        var identifier = tokens.Take().Text;
        return opens ? CallOf(name, tokens, expressions) : new Identifier(identifier);
    }

    private static Literal Constant(TokenReader tokens, Value value)
    {
        tokens.Take();
        return new Literal(value);
    }

    private static Call CallOf(string name, TokenReader tokens, ExpressionParser expressions)
    {
        tokens.ExpectSymbol("(");
        if (tokens.TakeSymbol(")")) return new Call(name, NodeList<Expression>.Empty);
        var arguments = expressions.List();
        tokens.ExpectSymbol(")");
        return new Call(name, arguments);
    }

    private static Expression Parenthesis(TokenReader tokens, ExpressionParser expressions, Func<QuerySyntax> query, SubqueryKind kind)
    {
        var inner = tokens.IsKeyword("SELECT") ? expressions.Nested(() => new Subquery(kind, query())) : expressions.Parse();
        tokens.ExpectSymbol(")");
        return inner;
    }

    private static ArrayLiteral Array(TokenReader tokens, ExpressionParser expressions)
    {
        if (tokens.TakeSymbol("]")) return new ArrayLiteral(NodeList<Expression>.Empty);
        var items = expressions.List();
        tokens.ExpectSymbol("]");
        return new ArrayLiteral(items);
    }

    private static ObjectLiteral Object(TokenReader tokens, ExpressionParser expressions)
    {
        var properties = new List<ObjectProperty>();
        if (tokens.TakeSymbol("}")) return new ObjectLiteral(new NodeList<ObjectProperty>(properties));
        do
        {
            if (tokens.Current.Kind is not (TokenKind.Name or TokenKind.Text)) throw tokens.Unexpected("a property name");
            var name = tokens.Take().Text;
            tokens.ExpectSymbol(":");
            properties.Add(new ObjectProperty(name, expressions.Parse()));
        }
        while (tokens.TakeSymbol(","));
        tokens.ExpectSymbol("}");
        var twice = properties.GroupBy(property => property.Name).FirstOrDefault(sameName => sameName.Skip(1).Any());
        if (twice is not null) throw new QueryException($"An object names the property '{twice.Key}' twice.");
        return new ObjectLiteral(new NodeList<ObjectProperty>(properties));
    }
}
