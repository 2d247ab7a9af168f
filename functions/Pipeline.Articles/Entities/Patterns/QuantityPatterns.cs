using System.Buffers;

namespace Pipeline.Articles.Entities.Patterns;

/// <summary>Quantities, with the service's subcategories.</summary>
internal static class QuantityPatterns
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,");

    // [currency sign] number [scale] -> what follows decides: %, unit, currency word, "years old", degrees; else a number
    public static int Find(TokenLine line, int at, List<PatternMatch> found)
    {
        var money = CurrencySign(line, at);
        var number = NumberPhrase(line, money < 0 ? at : money);
        if (number < 0)
            return Ordinal(line, at, found);
        if (money > 0)
            return Add(number, "Currency", 0.95);
        if (line.IsMark(number, '%'))
            return Add(number + 1, "Percentage", 0.98);
        if (line.Is(number, "per") && line.Is(number + 1, "cent"))
            return Add(number + 2, "Percentage", 0.98);
        var unit = line.IsDash(number) && line.Touches(number) ? number + 1 : number;
        switch (line[unit])
        {
            case Lexeme.Percent:
                return Add(line.Is(unit + 1, "points") || line.Is(unit + 1, "point") ? unit + 2 : unit + 1, "Percentage", 0.95);
            case Lexeme.CurrencyWord or Lexeme.CurrencyCode:
                return Add(unit + 1, "Currency", 0.95);
            case Lexeme.Measure:
                return Add(unit + 1, "Dimension", 0.92);
            case Lexeme.Data:
                return Add(unit + 1, "Information", 0.92);
            case Lexeme.Degree:
                return Add(Scale(line, unit + 1), "Temperature", 0.9);
            case Lexeme.Unit when line.IsDash(unit + 1) && line[unit + 2] == Lexeme.Old:
                return Add(unit + 3, "Age", 0.95);
            case Lexeme.Unit when line[unit + 1] == Lexeme.Old:
                return Add(unit + 2, "Age", 0.95);
        }
        if (line.IsNumber(at) && line.Is(at - 1, "aged"))
            return Add(number, "Age", 0.9);
        if (line.IsDash(number) && line.IsNumber(at) && line.IsNumber(number + 1) && line.Touches(number + 1))
            return Add(number + 2, "NumberRange", 0.8);
        return Add(number, "Number", line.IsNumber(at) ? 0.9 : 0.8);

        int Add(int end, string subcategory, double confidence)
        {
            found.Add(line.Match(at, end, EntityCategory.Quantity, subcategory, confidence));
            return end;
        }
    }

    /// <summary>The index after "$", "US$", "Rs", "EUR"; -1 when no amount can follow.</summary>
    private static int CurrencySign(TokenLine line, int at)
    {
        var sign = at;
        if (line.Word(at) is "US" or "A" or "C" or "NZ" or "HK" or "R" or "AU" or "S" && line.Touches(at + 1) && line.IsMark(at + 1, '$'))
            sign = at + 1;
        if (line.IsMark(sign, '$') || line.IsMark(sign, '€') || line.IsMark(sign, '£') || line.IsMark(sign, '¥') || line.IsMark(sign, '₹')
            || line.IsMark(sign, '₽') || line.IsMark(sign, '₦') || line.IsMark(sign, '₩') || line.IsMark(sign, '₺'))
            return sign + 1;
        if (line[at] != Lexeme.CurrencyCode)
            return -1;
        var number = line.IsMark(at + 1, '.') && line.Touches(at + 1) ? at + 2 : at + 1;
        return line.IsNumber(number) ? number : -1;
    }

    /// <summary>"1,000", "3.5 million", "twenty-five", "three hundred thousand", "hundreds of thousands".</summary>
    private static int NumberPhrase(TokenLine line, int at)
    {
        var end = at;
        if (line.IsNumber(at))
        {
            if (line.IsOrdinalNumber(at) || !IsPlain(line.Word(at)))
                return -1;
            end = at + 1;
        }
        else if (line[at] == Lexeme.Cardinal)
        {
            // "one" alone is a pronoun more often than a quantity.
            end = line.IsDash(at + 1) && line[at + 2] == Lexeme.Cardinal ? at + 3 : at + 1;
            if (line.Is(at, "one") && line[end] is not (Lexeme.Scale or Lexeme.CurrencyWord or Lexeme.Percent or Lexeme.Measure) && !line.Is(end, "per"))
                return -1;
        }
        else if (line[at] != Lexeme.Scale || !IsPlural(line.Word(at)))
        {
            return -1;
        }
        for (; ; end++)
        {
            if (line[end] == Lexeme.Of && line[end - 1] == Lexeme.Scale && line[end + 1] == Lexeme.Scale && IsPlural(line.Word(end - 1)))
                continue;
            if (line[end] == Lexeme.And && line[end - 1] == Lexeme.Scale && line[end + 1] == Lexeme.Cardinal)
                continue;
            if (line[end] != Lexeme.Scale && !(line[end] == Lexeme.Cardinal && line[end - 1] is Lexeme.Scale or Lexeme.And))
                return end;
        }
    }

    private static int Scale(TokenLine line, int at) =>
        line.Word(at) is "C" or "F" || line.Is(at, "Celsius") || line.Is(at, "Fahrenheit") ? at + 1 : at;

    private static int Ordinal(TokenLine line, int at, List<PatternMatch> found)
    {
        if (!line.IsOrdinalNumber(at) && (line[at] != Lexeme.OrdinalWord || line.Tokens[at].OpensSentence))
            return at;
        found.Add(line.Match(at, at + 1, EntityCategory.Quantity, "Ordinal", 0.85));
        return at + 1;
    }

    private static bool IsPlural(ReadOnlySpan<char> word) => word[^1] is 's' or 'S';

    /// <summary>Digits with separators, or with one of the glued scales: "20bn", "3.5m", "100k"; not "4G" or "737s".</summary>
    private static bool IsPlain(ReadOnlySpan<char> word)
    {
        var digits = word.IndexOfAnyExcept(NumberCharacters);
        return digits < 0 || word[digits..] is "bn" or "m" or "k" or "tn" or "mn" or "M" or "K" or "B";
    }
}
