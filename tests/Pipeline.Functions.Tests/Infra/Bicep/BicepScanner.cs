namespace Pipeline.Functions.Tests.Infra.Bicep;

/// <summary>Walks through the text of a Bicep file: white space, comments, words, strings, bracketed code.</summary>
internal sealed class BicepScanner(string text)
{
    private int _at;

    public bool AtEnd => _at >= text.Length;

    public int Position
    {
        get => _at;
        set => _at = value;
    }

    public char Next => AtEnd ? '\0' : text[_at];

    public string Slice(int from) => text[from.._at].Trim();

    /// <summary>Over white space and comments; over line ends only if asked to.</summary>
    public void SkipSpace(bool lines)
    {
        while (!AtEnd)
        {
            if (Starts("//"))
                SkipTo('\n');
            else if (Next is ' ' or '\t' or '\r' || (lines && Next == '\n'))
                _at++;
            else
                return;
        }
    }

    public bool Starts(string what) => string.CompareOrdinal(text, _at, what, 0, what.Length) == 0;

    public bool TryTake(char what)
    {
        if (Next != what)
            return false;
        _at++;
        return true;
    }

    public bool TryTakeWord(string word)
    {
        if (!Starts(word) || (_at + word.Length < text.Length && IsWord(text[_at + word.Length])))
            return false;
        _at += word.Length;
        return true;
    }

    public void Take(char what)
    {
        if (!TryTake(what))
            throw Unexpected($"'{what}'");
    }

    public string Word()
    {
        var start = _at;
        while (IsWord(Next))
            _at++;
        return _at > start ? text[start.._at] : throw Unexpected("a name");
    }

    /// <summary>A quoted string without its quotes; interpolations stand as written.</summary>
    public string Quoted()
    {
        Take('\'');
        var start = _at;
        while (Next != '\'')
        {
            if (AtEnd || Next == '\n')
                throw Unexpected("the end of a string");
            if (Starts("${"))
                SkipBrackets();
            else
                _at += Next == '\\' ? 2 : 1;
        }
        return text[start.._at++].Replace("\\'", "'", StringComparison.Ordinal);
    }

    /// <summary>Code up to a line end, or to a comma or closing bracket that is not its own.</summary>
    public string Code()
    {
        var start = _at;
        while (!AtEnd && Next is not ('\n' or ',' or ')' or ']' or '}') && !Starts("//"))
            Step();
        return Slice(start);
    }

    /// <summary>Code up to a colon that is not inside brackets.</summary>
    public string CodeToColon()
    {
        var start = _at;
        while (!AtEnd && Next != ':')
            Step();
        return Slice(start);
    }

    /// <summary>Over a pair of brackets and all between them.</summary>
    public void SkipBrackets()
    {
        if (Next == '$')
            _at++;
        _at++;
        while (Next is not (')' or ']' or '}'))
        {
            SkipSpace(lines: true);
            if (AtEnd)
                throw Unexpected("a closing bracket");
            if (Next is not (')' or ']' or '}'))
                Step();
        }
        _at++;
    }

    public FormatException Unexpected(string wanted) =>
        new($"Line {text.AsSpan(0, Math.Min(_at, text.Length)).Count('\n') + 1}: {wanted} was expected.");

    private void Step()
    {
        if (Next == '\'')
            Quoted();
        else if (Next is '(' or '[' or '{')
            SkipBrackets();
        else
            _at++;
    }

    private void SkipTo(char what)
    {
        while (!AtEnd && Next != what)
            _at++;
    }

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
