namespace Pipeline.Articles.Entities.Patterns;

/// <summary>Expressions of time, with the service's subcategories.</summary>
internal static class TimePatterns
{
    // At each token, the longest of: range, date with time, clock time, set, relative, duration, decade, bare year.
    public static int Find(TokenLine line, int at, List<PatternMatch> found)
    {
        var (end, subcategory, confidence) = Longest(line, at);
        if (end <= at)
            return at;
        found.Add(line.Match(at, end, EntityCategory.DateTime, subcategory, confidence));
        return end;
    }

    private static (int End, string Subcategory, double Confidence) Longest(TokenLine line, int at)
    {
        if (Range(line, at) is > 0 and var range)
            return (range, "DateRange", 0.9);
        if (DatePatterns.Date(line, at) is > 0 and var date)
        {
            var clock = line.Is(date, "at") || line.IsMark(date, ',') ? date + 1 : date;
            if (Clock(line, clock) is > 0 and var exact)
                return (exact, "DateTime", 0.95);
            if (line[date] == Lexeme.Daytime)
                return (date + 1, "TimeRange", 0.9);
            return (date, date == at + 1 && DatePatterns.IsMonth(line, at) ? "DateRange" : "Date", 0.95);
        }
        if (Clock(line, at) is > 0 and var time)
            return (time, "Time", 0.9);
        switch (line[at])
        {
            case Lexeme.Day:
                return (at + 1, "Date", 0.9);
            case Lexeme.Regularly:
                return (at + 1, "Set", 0.7);
            case Lexeme.Each when line[at + 1] is Lexeme.Unit or Lexeme.Weekday or Lexeme.Daytime or Lexeme.Season:
                return (at + 2, "Set", 0.85);
            case Lexeme.Relative:
            case Lexeme.Article when line[at + 1] is Lexeme.Relative:
                return Relative(line, line[at] == Lexeme.Article ? at + 1 : at);
        }
        if (Duration(line, at) is > 0 and var duration)
            return line[duration] == Lexeme.Ago ? (duration + 1, "Date", 0.85) : (duration, "Duration", 0.85);
        if (Decade(line, at))
            return (at + 1, "DateRange", 0.9);
        return BareYear(line, at) ? (at + 1, "DateRange", 0.85) : (-1, "", 0);
    }

    /// <summary>"from 2010 to 2015", "between March and May 2020", "2010-2015".</summary>
    private static int Range(TokenLine line, int at)
    {
        if (DatePatterns.IsYear(line, at) && line.IsDash(at + 1) && line.Touches(at + 2) && line.IsNumber(at + 2) && !line.IsDash(at + 3))
            return DatePatterns.IsYear(line, at + 2) || line.Word(at + 2).Length == 2 ? at + 3 : -1;
        if (!line.Is(at, "from") && !line.Is(at, "between"))
            return -1;
        var joiner = End(line, at + 1);
        if (joiner < 0 || !(line[joiner] == Lexeme.To || line[joiner] == Lexeme.And || line.IsDash(joiner)))
            return -1;
        return End(line, joiner + 1);

        static int End(TokenLine line, int at) =>
            DatePatterns.Date(line, at) is > 0 and var date ? date : DatePatterns.IsYear(line, at) ? at + 1 : -1;
    }

    /// <summary>"17:00", "5 p.m.", "5:30pm", "noon".</summary>
    private static int Clock(TokenLine line, int at)
    {
        if (line[at] == Lexeme.ClockWord)
            return at + 1;
        if (!line.IsNumber(at))
            return -1;
        var word = line.Word(at);
        var glued = word.EndsWith("am", StringComparison.OrdinalIgnoreCase) || word.EndsWith("pm", StringComparison.OrdinalIgnoreCase);
        var digits = glued ? word[..^2] : word;
        var colon = digits.IndexOf(':');
        var hours = colon < 0 ? digits : digits[..colon];
        if (digits.IsEmpty || hours.Length is 0 or > 2 || !int.TryParse(hours, out var hour) || hour > 24)
            return -1;
        if (glued || line[at + 1] == Lexeme.Meridiem)
            return digits.Contains('.') || colon >= 0 || digits.Length <= 2 ? (glued ? at + 1 : at + 2) : -1;
        return colon > 0 && digits.Length - colon is 3 or 6 ? at + 1 : -1;
    }

    private static (int End, string Subcategory, double Confidence) Relative(TokenLine line, int at)
    {
        var next = at + 1;
        if (line[next] is Lexeme.Cardinal or Lexeme.Vague || line.IsNumber(next))
            next++;
        return line[next] switch
        {
            Lexeme.Unit => (next + 1, "DateRange", 0.85),
            Lexeme.Weekday => (next + 1, "Date", 0.9),
            Lexeme.Month or Lexeme.AmbiguousMonth or Lexeme.Season => (next + 1, "DateRange", 0.85),
            Lexeme.Daytime => (next + 1, "TimeRange", 0.85),
            _ => (-1, "", 0),
        };
    }

    /// <summary>"three years", "a week", "36 hours", "two-day"; the age "36 years old" is no duration.</summary>
    private static int Duration(TokenLine line, int at)
    {
        var counted = line[at] is Lexeme.Cardinal or Lexeme.Vague || (line.IsNumber(at) && !line.IsOrdinalNumber(at));
        var single = line[at] == Lexeme.Article && !line.Is(at, "the") && line[at + 2] == Lexeme.Ago;
        if (!counted && !single)
            return -1;
        var unit = counted && line.IsDash(at + 1) ? at + 2 : at + 1;
        if (line[unit] != Lexeme.Unit || line.IsDash(unit + 1) && line[unit + 2] == Lexeme.Old || line[unit + 1] == Lexeme.Old)
            return -1;
        return unit + 1;
    }

    private static bool Decade(TokenLine line, int at)
    {
        var word = line.Word(at);
        return line.IsNumber(at) && word.Length == 5 && word[^1] == 's' && word[0] is '1' or '2' && word[3] == '0';
    }

    private static bool BareYear(TokenLine line, int at)
    {
        if (!DatePatterns.IsYear(line, at) || line.IsDash(at + 1) && line.IsNumber(at + 2) || line.IsMark(at - 1, '$'))
            return false;
        if (line[at + 1] is Lexeme.Percent or Lexeme.Measure or Lexeme.CurrencyWord or Lexeme.Unit or Lexeme.Scale || line.IsMark(at + 1, '%'))
            return false;
        return line[at - 1] is Lexeme.TimePreposition or Lexeme.Of or Lexeme.Early or Lexeme.To || line.IsMark(at - 1, '(')
            || line.Integer(at) is >= 1900 and <= 2059;
    }
}
