namespace Pipeline.Articles.Entities.Tagging;

/// <summary>The words around a token, as far as its sentence goes.</summary>
internal readonly ref struct Surroundings
{
    private const uint Edge = 0xED6E;
    private const int Reach = 2;

    private readonly TaggedWord[] _words;
    private readonly int _at;
    private readonly int _start;
    private readonly int _end;

    public Surroundings(DocumentWords document, int at)
    {
        (_words, _at, _start, _end) = (document.Words, at, at, at + 1);
        while (_start > 0 && at - _start < Reach && (_words[_start].Facts & WordFacts.Opens) == 0)
            _start--;
        while (_end < _words.Length && _end - at <= Reach && (_words[_end].Facts & WordFacts.Opens) == 0)
            _end++;
    }

    public bool Has(int side) => _at + side >= _start && _at + side < _end;

    public uint Lower(int side) => Has(side) ? _words[_at + side].Lower : Edge;

    public uint Shape(int side) => Has(side) ? _words[_at + side].Shape : Edge;

    public uint Middle(int side) => Has(side) ? _words[_at + side].Middle : Edge;

    public uint Prior(int side) => Has(side) ? _words[_at + side].Prior : Edge;
}
