using System.Globalization;

namespace Pipeline.LocalCosmos.Query.Syntax;

/// <summary>Cuts query text into tokens. Blank space, <c>-- line</c> and <c>/* block */</c> comments vanish.</summary>
internal sealed class Lexer
{
    // Longest first.
    private static readonly string[] Symbols =
    [
        ">>>", "<<", ">>", "<=", ">=", "<>", "!=", "??", "||",
        "+", "-", "*", "/", "%", "&", "|", "^", "~", "=", "<", ">", "?", ":", ".", ",", "(", ")", "[", "]", "{", "}",
    ];

    private readonly string _text;
    private int _at;

    private Lexer(string text) => _text = text;

    public static List<Token> Read(string text)
    {
        var lexer = new Lexer(text);
        var tokens = new List<Token>();
        do tokens.Add(lexer.Next());
        while (tokens[^1].Kind != TokenKind.End);
        return tokens;
    }

    private char Current => Peek(0);

    private char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private Token Next()
    {
        SkipBlank();
        var start = _at;
        if (_at >= _text.Length) return new Token(TokenKind.End, string.Empty, 0, start);
        if (IsNameStart(Current)) return Name(TokenKind.Name, start);
        if (char.IsAsciiDigit(Current) || (Current == '.' && char.IsAsciiDigit(Peek(1)))) return Number(start);
        if (Current is '"' or '\'')
        {
            var text = StringScanner.Read(_text, ref _at);
            return new Token(TokenKind.Text, text, 0, start);
        }
        if (Current == '@' && IsNamePart(Peek(1)))
        {
            _at++;
            return Name(TokenKind.Parameter, start);
        }
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(_text, _at, symbol, 0, symbol.Length) != 0) continue;
            _at += symbol.Length;
            return new Token(TokenKind.Symbol, symbol, 0, start);
        }
        throw new QueryException($"Syntax error at offset {start}: unexpected character '{Current}'.");
    }

    private void SkipBlank()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(Current) || Current == '\uFEFF') _at++;
            else if (Current == '-' && Peek(1) == '-') _at = End(_text.IndexOf('\n', _at), 1);
            else if (Current == '/' && Peek(1) == '*') SkipBlockComment();
            else return;
        }
    }

    private void SkipBlockComment()
    {
        var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0) throw new QueryException($"Syntax error: the comment that opens at offset {_at} is never closed.");
        _at = end + 2;
    }

    private int End(int found, int length) => found < 0 ? _text.Length : found + length;

    private Token Name(TokenKind kind, int start)
    {
        while (IsNamePart(Current)) _at++;
        return new Token(kind, _text[start.._at], 0, start);
    }

    private Token Number(int start)
    {
        if (Current == '0' && Peek(1) is ('x' or 'X')) return Hexadecimal(start);
        while (char.IsAsciiDigit(Current)) _at++;
        if (Current == '.')
        {
            _at++;
            while (char.IsAsciiDigit(Current)) _at++;
        }
        if (Current is 'e' or 'E')
        {
            _at++;
            if (Current is '+' or '-') _at++;
            if (!char.IsAsciiDigit(Current)) throw new QueryException($"Syntax error at offset {start}: a number ends in its exponent sign.");
            while (char.IsAsciiDigit(Current)) _at++;
        }
        if (IsNameStart(Current)) throw new QueryException($"Syntax error at offset {start}: a name cannot start with a digit.");
        var number = double.Parse(_text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(number)) throw new QueryException($"The number at offset {start} is out of range.");
        return new Token(TokenKind.Number, string.Empty, number, start);
    }

    private Token Hexadecimal(int start)
    {
        _at += 2;
        while (char.IsAsciiHexDigit(Current)) _at++;
        if (!ulong.TryParse(_text.AsSpan(start + 2, _at - start - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            || IsNamePart(Current))
            throw new QueryException($"Syntax error at offset {start}: malformed hexadecimal number.");
        return new Token(TokenKind.Number, string.Empty, number, start);
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
