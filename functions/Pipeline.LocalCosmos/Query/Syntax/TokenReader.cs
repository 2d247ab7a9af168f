namespace Pipeline.LocalCosmos.Query.Syntax;

/// <summary>A cursor over tokens, with the errors that both parsers give.</summary>
internal sealed class TokenReader(List<Token> tokens)
{
    private int _at;

    public Token Current => tokens[_at];

    public Token Peek(int ahead) => tokens[Math.Min(_at + ahead, tokens.Count - 1)];

    public Token Take() => tokens[_at].Kind == TokenKind.End ? tokens[_at] : tokens[_at++];

    public bool IsSymbol(string symbol) => Current.Kind == TokenKind.Symbol && Current.Text == symbol;

    public bool IsKeyword(string keyword) => IsKeyword(Current, keyword);

    public static bool IsKeyword(Token token, string keyword) =>
        token.Kind == TokenKind.Name && token.Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    public bool TakeSymbol(string symbol)
    {
        if (!IsSymbol(symbol)) return false;
        _at++;
        return true;
    }

    public bool TakeKeyword(string keyword)
    {
        if (!IsKeyword(keyword)) return false;
        _at++;
        return true;
    }

    public void ExpectSymbol(string symbol)
    {
        if (!TakeSymbol(symbol)) throw Unexpected($"'{symbol}'");
    }

    public void ExpectKeyword(string keyword)
    {
        if (!TakeKeyword(keyword)) throw Unexpected(keyword);
    }

    /// <summary>A name that is no keyword, as an alias must be.</summary>
    public string ExpectAlias()
    {
        if (Current.Kind != TokenKind.Name || Keywords.IsReserved(Current.Text)) throw Unexpected("a name");
        return Take().Text;
    }

    public QueryException Unexpected(string expected)
    {
        var found = Current.Kind switch
        {
            TokenKind.End => "the end of the query",
            TokenKind.Number => "a number",
            TokenKind.Text => "a string",
            _ => $"'{(Current.Text.Length > 40 ? Current.Text[..40] : Current.Text)}'",
        };
        return new QueryException($"Syntax error at offset {Current.Position}: expected {expected}, found {found}.");
    }
}
