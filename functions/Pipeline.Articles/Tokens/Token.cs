namespace Pipeline.Articles.Tokens;

/// <summary>A stretch of a text that is a word, a number or a mark.</summary>
/// <param name="Start">UTF-16 code units from the start of the text.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="SpaceBefore">False when it touches the token before it.</param>
/// <param name="OpensSentence">True for the first token of a sentence.</param>
/// <param name="OpensParagraph">True for the first token of a line.</param>
internal readonly record struct Token(
    int Start, int Length, TokenKind Kind, bool SpaceBefore, bool OpensSentence, bool OpensParagraph)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
