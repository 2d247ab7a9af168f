namespace Pipeline.LocalCosmos.Query.Syntax;

/// <summary>
/// Reads a whole query by recursive descent, one method a clause:
/// <code>SELECT [DISTINCT] [TOP n] list [FROM source {JOIN source}] [WHERE e] [GROUP BY e,..] [ORDER BY e [DESC],..] [OFFSET e LIMIT e]</code>
/// </summary>
internal sealed class QueryParser
{
    /// <summary>The service's own limit on the text of a query, in UTF-16 code units.</summary>
    public const int MaxLength = 512 * 1024;

    private readonly TokenReader _tokens;
    private readonly ExpressionParser _expressions;

    private QueryParser(TokenReader tokens)
    {
        _tokens = tokens;
        _expressions = new ExpressionParser(tokens, Query);
    }

    public static QuerySyntax Parse(string text)
    {
        var parser = Start(text);
        var query = parser.Query();
        if (parser._tokens.Current.Kind != TokenKind.End) throw parser._tokens.Unexpected("the end of the query");
        return query;
    }

    /// <summary>Reads a patch's filter, <c>FROM c WHERE condition</c>, as a query that selects all.</summary>
    public static QuerySyntax ParsePredicate(string text)
    {
        var parser = Start(text);
        if (!parser._tokens.IsKeyword("FROM")) throw parser._tokens.Unexpected("FROM");
        var query = parser.Clauses(new QuerySyntax { Selection = new SelectStar() });
        if (parser._tokens.Current.Kind != TokenKind.End) throw parser._tokens.Unexpected("the end of the predicate");
        return query;
    }

    private static QueryParser Start(string text)
    {
        if (text.Length > MaxLength) throw new QueryException($"The query text is longer than {MaxLength} characters.");
        return new QueryParser(new TokenReader(Lexer.Read(text)));
    }

    private QuerySyntax Query()
    {
        _tokens.ExpectKeyword("SELECT");
        var distinct = _tokens.TakeKeyword("DISTINCT");
        var top = _tokens.TakeKeyword("TOP") ? Count("TOP") : null;
        return Clauses(new QuerySyntax { Distinct = distinct, Top = top, Selection = Selection() });
    }

    private QuerySyntax Clauses(QuerySyntax query)
    {
        if (_tokens.TakeKeyword("FROM")) query = query with { Sources = Sources() };
        if (_tokens.TakeKeyword("WHERE")) query = query with { Where = _expressions.Parse() };
        if (_tokens.TakeKeyword("GROUP"))
        {
            _tokens.ExpectKeyword("BY");
            query = query with { GroupBy = _expressions.List() };
        }
        if (_tokens.TakeKeyword("ORDER"))
        {
            _tokens.ExpectKeyword("BY");
            query = query with { OrderBy = OrderBy() };
        }
        if (_tokens.TakeKeyword("OFFSET"))
        {
            var offset = Count("OFFSET");
            _tokens.ExpectKeyword("LIMIT");
            query = query with { Offset = offset, Limit = Count("LIMIT") };
        }
        return query;
    }

    private Expression Count(string clause)
    {
        if (_tokens.Current.Kind is TokenKind.Number or TokenKind.Parameter) return _expressions.Primary();
        throw _tokens.Unexpected($"a number or a parameter after {clause}");
    }

    private Selection Selection()
    {
        if (_tokens.TakeSymbol("*")) return new SelectStar();
        if (_tokens.TakeKeyword("VALUE")) return new SelectValue(_expressions.Parse());
        var items = new List<SelectItem>();
        do
        {
            var value = _expressions.Parse();
            items.Add(new SelectItem(value, Alias()));
        }
        while (_tokens.TakeSymbol(","));
        return new SelectList(new NodeList<SelectItem>(items));
    }

    private string? Alias()
    {
        if (_tokens.TakeKeyword("AS")) return _tokens.ExpectAlias();
        var isName = _tokens.Current.Kind == TokenKind.Name && !Keywords.IsReserved(_tokens.Current.Text);
        return isName ? _tokens.Take().Text : null;
    }

    private NodeList<Source> Sources()
    {
        var sources = new List<Source> { Source() };
        while (_tokens.TakeKeyword("JOIN")) sources.Add(Source());
        if (_tokens.IsSymbol(",")) throw new QueryException("FROM takes one source; use JOIN for further ones.");
        return new NodeList<Source>(sources);
    }

    private Source Source()
    {
        if (TokenReader.IsKeyword(_tokens.Peek(1), "IN"))
        {
            var alias = _tokens.ExpectAlias();
            _tokens.ExpectKeyword("IN");
            return new Source(Collection(), alias, Iterates: true);
        }
        var collection = Collection();
        var name = Alias() ?? (collection switch
        {
            Identifier identifier => identifier.Name,
            Member { Key: Literal key } when key.Value.TryString(out var property) => property,
            _ => null,
        });
        return new Source(collection, name, Iterates: false);
    }

    private Expression Collection()
    {
        if (_tokens.IsSymbol("(")) return _expressions.Primary();
        if (_tokens.Current.Kind != TokenKind.Name || Keywords.IsReserved(_tokens.Current.Text)) throw _tokens.Unexpected("a source");
        return _expressions.Postfix();
    }

    private NodeList<OrderItem> OrderBy()
    {
        var items = new List<OrderItem>();
        do
        {
            var key = _expressions.Parse();
            var descending = _tokens.TakeKeyword("DESC");
            if (!descending) _tokens.TakeKeyword("ASC");
            items.Add(new OrderItem(key, descending));
        }
        while (_tokens.TakeSymbol(","));
        return new NodeList<OrderItem>(items);
    }
}
