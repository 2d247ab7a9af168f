namespace Pipeline.Articles.Metadata.Dates;

/// <summary>A number or a word in a text that may state a date.</summary>
/// <param name="Start">Place of its first character.</param>
/// <param name="End">Place behind its last character.</param>
/// <param name="Number">The number; -1 for a word.</param>
/// <param name="Month">The month that a word names, 0 for none.</param>
/// <param name="Era">How that month is counted.</param>
/// <param name="Mark">'Y', 'M' or 'D' where the text says what the number is (年, 月, 日), else '\0'.</param>
internal readonly record struct DateToken(int Start, int End, int Number, int Month = 0, Era Era = Era.Gregorian, char Mark = '\0')
{
    public bool IsNumber => Number >= 0;

    public int Digits => End - Start;
}
