using System.Collections.Frozen;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.Entities.Patterns;

/// <summary>The English words of time and quantity.</summary>
internal static class Lexemes
{
    private const int Longest = 14;

    private static readonly FrozenDictionary<string, Lexeme> Table = Build();

    private static readonly FrozenDictionary<string, Lexeme>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Table.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Lexeme Of(ReadOnlySpan<char> word, TokenKind kind)
    {
        if (kind == TokenKind.Number || word.Length > Longest || (kind == TokenKind.Mark && word[0] != '°'))
            return Lexeme.None;
        if (word.Length > 2 && word[^1] == '.')
            word = word[^2] == 'm' && word[1] == '.' ? word : word[..^1];
        if (!Lookup.TryGetValue(word, out var lexeme))
            return Lexeme.None;

        // "march", "may", "sat", "sun": only with a capital are they dates; "CAD" and "SAR" only in capitals money.
        return lexeme switch
        {
            Lexeme.Month or Lexeme.AmbiguousMonth or Lexeme.Weekday or Lexeme.ShortWeekday when !char.IsUpper(word[0]) => Lexeme.None,
            Lexeme.CurrencyCode when word is not ("Rs" or "Tk") && (!char.IsUpper(word[0]) || !(char.IsUpper(word[^1]) || word[^1] == '$')) => Lexeme.None,
            _ => lexeme,
        };
    }

    private static FrozenDictionary<string, Lexeme> Build()
    {
        var table = new Dictionary<string, Lexeme>(StringComparer.OrdinalIgnoreCase);
        void Add(Lexeme lexeme, string words)
        {
            foreach (var word in words.Split(' '))
                table[word] = lexeme;
        }

        Add(Lexeme.Month, "January February April June July August September October November December Feb Apr Aug Sept Oct Nov Dec");
        Add(Lexeme.AmbiguousMonth, "March May Mar Jan Jun Jul Sep");
        Add(Lexeme.Weekday, "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays");
        Add(Lexeme.ShortWeekday, "Mon Tue Tues Wed Thu Thurs Fri Sat Sun");
        Add(Lexeme.Day, "today tomorrow yesterday tonight");
        Add(Lexeme.Daytime, "morning afternoon evening night");
        Add(Lexeme.ClockWord, "noon midnight");
        Add(Lexeme.Unit, "second seconds minute minutes hour hours day days week weeks weekend weekends fortnight month months quarter quarters year years decade decades century centuries");
        Add(Lexeme.Season, "spring summer autumn winter");
        Add(Lexeme.Relative, "last next this past coming previous following");
        Add(Lexeme.Article, "a an the");
        Add(Lexeme.Ago, "ago earlier later");
        Add(Lexeme.Each, "every each");
        Add(Lexeme.Regularly, "daily weekly monthly yearly annually hourly quarterly fortnightly");
        Add(Lexeme.Meridiem, "am pm a.m. p.m. a.m p.m");
        Add(Lexeme.Early, "early late mid");
        Add(Lexeme.Cardinal, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety");
        Add(Lexeme.Vague, "several few many couple");
        Add(Lexeme.Scale, "hundred thousand million billion trillion hundreds thousands millions billions dozen dozens lakh crore bn mn tn");
        Add(Lexeme.OrdinalWord, "first third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth");
        Add(Lexeme.Percent, "percent percentage pct");
        Add(Lexeme.CurrencyWord, "dollar dollars euro euros pound pounds yen yuan renminbi won rupee rupees rouble roubles ruble rubles peso pesos franc francs rand naira baht ringgit dirham dirhams riyal riyals cent cents pence krona kroner kronor zloty lira reais shillings taka rupiah shekels cedis hryvnia");
        Add(Lexeme.CurrencyCode, "USD EUR GBP JPY CNY RMB INR CHF AUD CAD NZD HKD SGD KRW RUB ZAR NGN BRL MXN TRY SEK NOK DKK AED SAR QAR KES GHS PKR BDT LKR THB MYR IDR PHP VND US$ Rs Tk RM");
        Add(Lexeme.Measure, "kilometre kilometres kilometer kilometers km kms metre metres meter meters mile miles foot feet inch inches centimetre centimetres centimeter centimeters cm mm yard yards acre acres hectare hectares kilogram kilograms kilo kilos kg gram grams tonne tonnes ton tons pound-force lb lbs ounce ounces litre litres liter liters gallon gallons barrel barrels mph kph knots watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts MW GW kWh MWh GWh TWh");
        Add(Lexeme.Data, "kilobyte kilobytes megabyte megabytes gigabyte gigabytes terabyte terabytes KB MB GB TB bits bytes Mbps Gbps");
        Add(Lexeme.Old, "old");
        Add(Lexeme.Degree, "degree degrees °");
        Add(Lexeme.TimePreposition, "in since until till by during before after from between of on");
        Add(Lexeme.And, "and");
        Add(Lexeme.To, "to until through");
        table["of"] = Lexeme.Of;
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
