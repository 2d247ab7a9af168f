namespace Pipeline.Articles.Cleaning.Html;

/// <summary>Reads the attributes of one start tag in order, as the HTML standard's tokenizer does; allocates nothing.</summary>
internal ref struct HtmlAttributes
{
    private readonly ReadOnlySpan<char> _tag;
    private int _at;
    private int _nameStart;
    private int _nameEnd;
    private int _valueStart;
    private int _valueEnd;

    /// <param name="tag">A text that begins with a start tag's "&lt;".</param>
    public HtmlAttributes(ReadOnlySpan<char> tag)
    {
        _tag = tag;
        _at = 1;
        while (_at < tag.Length && !IsSpace(tag[_at]) && tag[_at] is not ('>' or '/'))
        {
            _at++;
        }
    }

    public readonly HtmlAttribute Current =>
        new(_tag[_nameStart.._nameEnd], _tag[_valueStart.._valueEnd], _nameStart, _valueStart);

    /// <summary>Where reading stands; after the last attribute, the place after the tag's "&gt;".</summary>
    public readonly int Position => _at;

    public readonly HtmlAttributes GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_at < _tag.Length && (IsSpace(_tag[_at]) || _tag[_at] == '/'))
        {
            _at++;
        }

        if (_at >= _tag.Length)
        {
            return false;
        }

        if (_tag[_at] == '>')
        {
            _at++;
            return false;
        }

        _nameStart = _at++;
        while (_at < _tag.Length && !IsSpace(_tag[_at]) && _tag[_at] is not ('=' or '>' or '/'))
        {
            _at++;
        }

        _nameEnd = _at;
        ReadValue();
        return true;
    }

    private void ReadValue()
    {
        _valueStart = _valueEnd = _nameEnd;
        var next = _at;
        while (next < _tag.Length && IsSpace(_tag[next]))
        {
            next++;
        }

        if (next >= _tag.Length || _tag[next] != '=')
        {
            return;
        }

        next++;
        while (next < _tag.Length && IsSpace(_tag[next]))
        {
            next++;
        }

        if (next < _tag.Length && _tag[next] is '"' or '\'')
        {
            _valueStart = next + 1;
            var length = _tag[_valueStart..].IndexOf(_tag[next]);
            _valueEnd = length < 0 ? _tag.Length : _valueStart + length;
            _at = Math.Min(_tag.Length, _valueEnd + 1);
            return;
        }

        _valueStart = next;
        while (next < _tag.Length && !IsSpace(_tag[next]) && _tag[next] != '>')
        {
            next++;
        }

        _valueEnd = _at = next;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}

/// <summary>One attribute of a start tag; the value is as it stands in the source.</summary>
internal readonly ref struct HtmlAttribute(ReadOnlySpan<char> name, ReadOnlySpan<char> value, int nameStart, int valueStart)
{
    public ReadOnlySpan<char> Name { get; } = name;

    public ReadOnlySpan<char> Value { get; } = value;

    public int NameStart { get; } = nameStart;

    public int ValueStart { get; } = valueStart;

    public bool NameIs(ReadOnlySpan<char> name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
