namespace Pipeline.LocalCosmos.Query.Syntax;

internal enum TokenKind : byte
{
    End,
    Name,
    Number,
    Text,
    Parameter,
    Symbol,
}

/// <param name="Text">A name as written, the content of a string, a parameter with its @, a symbol; empty for a number.</param>
/// <param name="Position">Offset in the query text, in UTF-16 code units.</param>
internal readonly record struct Token(TokenKind Kind, string Text, double Number, int Position);
