using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.Entities.Patterns;

/// <summary>A text's tokens with what the rules ask of each.</summary>
internal sealed class TokenLine
{
    private readonly Lexeme[] _lexemes;

    public TokenLine(string text, IReadOnlyList<Token> tokens)
    {
        (Text, Tokens) = (text, tokens);
        _lexemes = new Lexeme[tokens.Count];
        for (var i = 0; i < _lexemes.Length; i++)
            _lexemes[i] = Lexemes.Of(tokens[i].In(text), tokens[i].Kind);
    }

    public string Text { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public int Count => _lexemes.Length;

    public Lexeme this[int index] => index >= 0 && index < _lexemes.Length ? _lexemes[index] : Lexeme.None;

    public ReadOnlySpan<char> Word(int index) =>
        index >= 0 && index < Count ? Tokens[index].In(Text) : default;

    /// <summary>The word in lower-case ASCII comparison.</summary>
    public bool Is(int index, string word) => Word(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsMark(int index, char mark) =>
        index >= 0 && index < Count && Tokens[index].Kind == TokenKind.Mark && Text[Tokens[index].Start] == mark;

    public bool IsDash(int index) => IsMark(index, '-') || IsMark(index, '–') || IsMark(index, '‑') || IsMark(index, '—');

    public bool Touches(int index) => index > 0 && index < Count && !Tokens[index].SpaceBefore;

    public bool IsNumber(int index) => index >= 0 && index < Count && Tokens[index].Kind == TokenKind.Number;

    /// <summary>The value of a token of digits only, at most nine of them, or -1.</summary>
    public int Integer(int index)
    {
        var word = Word(index);
        if (!IsNumber(index) || word.Length > 9)
            return -1;
        var value = 0;
        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c))
                return -1;
            value = (value * 10) + c - '0';
        }
        return value;
    }

    /// <summary>True for "1st", "22nd", "3rd", "15th".</summary>
    public bool IsOrdinalNumber(int index)
    {
        var word = Word(index);
        return IsNumber(index) && word.Length >= 3 && char.IsAsciiDigit(word[^3]) && word[^2..] is "st" or "nd" or "rd" or "th";
    }

    public PatternMatch Match(int first, int end, EntityCategory category, string subcategory, double confidence) =>
        new(Tokens[first].Start, Tokens[end - 1].End, category, subcategory, confidence);
}
