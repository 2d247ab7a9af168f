namespace Pipeline.Articles.Entities.Patterns;

/// <summary>Calendar dates: each method gives the index after the expression that begins at a token, or -1.</summary>
internal static class DatePatterns
{
    public static int Date(TokenLine line, int at)
    {
        if (line[at] is Lexeme.Weekday or Lexeme.ShortWeekday)
        {
            var after = at + 1;
            if (line.IsMark(after, ','))
                after++;
            if (Calendar(line, after) is > 0 and var end)
                return end;
            return line[at] == Lexeme.Weekday ? at + 1 : -1;
        }
        return Calendar(line, at);
    }

    /// <summary>"October 11, 2025", "11 October", "the 3rd of May", "October 2025", "2025-10-11", "11/10/2025".</summary>
    private static int Calendar(TokenLine line, int at)
    {
        if (IsMonth(line, at))
            return FromMonth(line, at);
        if (!line.IsNumber(at))
            return -1;
        if (Numeric(line, at) is > 0 and var numeric)
            return numeric;
        if (!IsDayOfMonth(line, at))
            return -1;
        var month = line[at + 1] == Lexeme.Of ? at + 2 : at + 1;
        if (!IsMonth(line, month))
            return -1;
        return Year(line, month + 1);
    }

    private static int FromMonth(TokenLine line, int at)
    {
        if (IsDayOfMonth(line, at + 1))
        {
            var end = at + 2;
            if (line.IsDash(end) && IsDayOfMonth(line, end + 1))
                end += 2;
            return Year(line, end);
        }
        var year = Year(line, line[at + 1] == Lexeme.Of ? at + 2 : at + 1);
        if (year > at + 1 && IsYear(line, year - 1))
            return year;

        // "May" and "March" alone: only where a date can stand.
        return line[at] == Lexeme.Month || line[at - 1] is Lexeme.TimePreposition or Lexeme.Relative or Lexeme.Early or Lexeme.Of or Lexeme.To
            ? at + 1
            : -1;
    }

    private static int Year(TokenLine line, int at)
    {
        if (line.IsMark(at, ',') && IsYear(line, at + 1))
            return at + 2;
        return IsYear(line, at) ? at + 1 : at;
    }

    private static int Numeric(TokenLine line, int at)
    {
        var mark = line.IsDash(at + 1) ? '-' : line.IsMark(at + 1, '/') ? '/' : '\0';
        if (mark == '\0' || !line.Touches(at + 1) || !line.Touches(at + 2) || !line.Touches(at + 3) || !line.Touches(at + 4))
            return -1;
        if (!line.IsNumber(at + 2) || !(mark == '-' ? line.IsDash(at + 3) : line.IsMark(at + 3, '/')) || !line.IsNumber(at + 4))
            return -1;
        var (first, second, third) = (line.Integer(at), line.Integer(at + 2), line.Integer(at + 4));
        var yearFirst = IsYearNumber(first) && second is >= 1 and <= 12 && third is >= 1 and <= 31;
        var yearLast = first is >= 1 and <= 31 && second is >= 1 and <= 31 && (first <= 12 || second <= 12)
            && (IsYearNumber(third) || (mark == '/' && third is >= 0 and <= 99));
        return yearFirst || yearLast ? at + 5 : -1;
    }

    public static bool IsMonth(TokenLine line, int at) => line[at] is Lexeme.Month or Lexeme.AmbiguousMonth;

    public static bool IsYear(TokenLine line, int at) => line.Word(at).Length == 4 && IsYearNumber(line.Integer(at));

    private static bool IsYearNumber(int value) => value is >= 1400 and <= 2199;

    private static bool IsDayOfMonth(TokenLine line, int at) =>
        line.Integer(at) is >= 1 and <= 31 || (line.IsOrdinalNumber(at) && line.Word(at).Length <= 4);
}
