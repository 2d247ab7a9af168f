using System.Collections.Frozen;
using System.Globalization;

namespace Pipeline.Articles.Metadata.Dates;

/// <summary>Names of months in the languages of news, full, inflected and short.</summary>
internal static class MonthNames
{
    // The first to claim a name has it: "listopad" is November in Polish and Czech, and October only in a text known to be Croatian.
    private static readonly string[] Languages =
    [
        "en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "sv", "da", "nb", "nn", "fi", "cs", "hu", "ro", "el", "id", "vi", "bg", "sk", "sl", "lt", "lv", "et",
        "ca", "eu", "gl", "is", "ga", "cy", "sq", "mk", "sr", "sr-Latn", "hr", "bs", "be", "mt", "af", "sw", "ms", "fil", "he", "ar", "hi", "mr", "ne", "bn", "ta", "te", "gu", "kn",
        "ml", "pa", "ur", "th", "ka", "hy", "az", "kk", "uz", "ky", "mn", "am", "si", "my", "km",
    ];

    /// <summary>What the platform's tables lack: other spellings and other traditions, first to twelfth month.</summary>
    private static readonly (string Name, int Month)[] More =
    [
        ("sept", 9), ("maerz", 3), ("märz", 3), ("jänner", 1), ("feber", 2), ("juli", 7), ("set", 9), ("agt", 8), ("agustus", 8), ("enero", 1), ("setiembre", 9), ("мая", 5), ("май", 5), ("maí", 5),
        ("januarja", 1), ("februarja", 2), ("marca", 3), ("aprila", 4), ("maja", 5), ("junija", 6), ("julija", 7), ("avgusta", 8), ("septembra", 9), ("oktobra", 10), ("novembra", 11), ("decembra", 12),
        ("januara", 1), ("februara", 2), ("marta", 3), ("juna", 6), ("jula", 7), ("augusta", 8), ("јануара", 1), ("фебруара", 2), ("марта", 3), ("априла", 4), ("маја", 5), ("јуна", 6), ("јула", 7), ("августа", 8), ("септембра", 9), ("октобра", 10), ("новембра", 11), ("децембра", 12),
        ("urtarrilaren", 1), ("otsailaren", 2), ("martxoaren", 3), ("apirilaren", 4), ("maiatzaren", 5), ("ekainaren", 6), ("uztailaren", 7), ("abuztuaren", 8), ("irailaren", 9), ("urriaren", 10), ("azaroaren", 11), ("abenduaren", 12),
        ("ม.ค", 1), ("ก.พ", 2), ("มี.ค", 3), ("เม.ย", 4), ("พ.ค", 5), ("มิ.ย", 6), ("ก.ค", 7), ("ส.ค", 8), ("ก.ย", 9), ("ต.ค", 10), ("พ.ย", 11), ("ธ.ค", 12),
        ("كانون الثاني", 1), ("شباط", 2), ("آذار", 3), ("نيسان", 4), ("أيار", 5), ("حزيران", 6), ("تموز", 7), ("آب", 8), ("أيلول", 9), ("تشرين الأول", 10), ("تشرين الثاني", 11), ("كانون الأول", 12),
        ("جانفي", 1), ("فيفري", 2), ("أفريل", 4), ("ماي", 5), ("جوان", 6), ("جويلية", 7), ("أوت", 8), ("يونيه", 6), ("يوليه", 7), ("ابريل", 4), ("اغسطس", 8), ("غشت", 8), ("شتنبر", 9), ("نونبر", 11), ("دجنبر", 12),
        ("ژانویه", 1), ("فوریه", 2), ("مارس", 3), ("آوریل", 4), ("مه", 5), ("ژوئن", 6), ("ژوئیه", 7), ("جولای", 7), ("اوت", 8), ("آگوست", 8), ("سپتامبر", 9), ("اکتبر", 10), ("نوامبر", 11), ("دسامبر", 12),
        ("जनवरी", 1), ("फरवरी", 2), ("फ़रवरी", 2), ("मार्च", 3), ("अप्रैल", 4), ("मई", 5), ("जून", 6), ("जुलाई", 7), ("अगस्त", 8), ("सितंबर", 9), ("सितम्बर", 9), ("अक्टूबर", 10), ("अक्तूबर", 10), ("नवंबर", 11), ("नवम्बर", 11), ("दिसंबर", 12), ("दिसम्बर", 12),
    ];

    private static readonly string[] Persian = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

    private static readonly string[] Hijri =
        ["محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"];

    private static readonly FrozenDictionary<string, (int Month, Era Era)> Common = ReadCommon();

    private static readonly FrozenDictionary<string, (int Month, Era Era)>.AlternateLookup<ReadOnlySpan<char>> CommonBySpan = Common.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, FrozenDictionary<string, (int Month, Era Era)>> Own =
        new[] { "hr", "bs" }.ToFrozenDictionary(language => language, language => ReadLanguage(language).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));

    /// <summary>The month that a word names, 1 to 12 in its calendar; 0 when it names none.</summary>
    public static (int Month, Era Era) Find(ReadOnlySpan<char> word, string? language)
    {
        const int Longest = 24;
        if (word.Length is < 2 or > Longest)
        {
            return default;
        }

        if (language is not null && Own.TryGetValue(language, out var own) && own.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var month))
        {
            return month;
        }

        if (CommonBySpan.TryGetValue(word, out month))
        {
            return month;
        }

        // Hebrew writes "in" as a prefix: באוקטובר.
        return word[0] == 'ב' && CommonBySpan.TryGetValue(word[1..], out month) ? month : default;
    }

    private static FrozenDictionary<string, (int Month, Era Era)> ReadCommon()
    {
        var months = new Dictionary<string, (int, Era)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, month) in More)
        {
            months.TryAdd(name, (month, Era.Gregorian));
        }

        for (var i = 0; i < 12; i++)
        {
            months.TryAdd(Persian[i], (i + 1, Era.Persian));
            months.TryAdd(Hijri[i], (i + 1, Era.Hijri));
        }

        foreach (var language in Languages)
        {
            foreach (var (name, month) in ReadLanguage(language))
            {
                months.TryAdd(name, month);
            }
        }

        return months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static Dictionary<string, (int Month, Era Era)> ReadLanguage(string language)
    {
        const int Shortest = 3;
        var months = new Dictionary<string, (int, Era)>(StringComparer.OrdinalIgnoreCase);
        var format = CultureInfo.GetCultureInfo(language).DateTimeFormat;
        foreach (var names in new[] { format.MonthNames, format.MonthGenitiveNames, format.AbbreviatedMonthNames, format.AbbreviatedMonthGenitiveNames })
        {
            for (var i = 0; i < 12; i++)
            {
                var name = names[i].TrimEnd('.');
                if (name.Length >= Shortest && name.All(DateScanner.IsWordPart))
                {
                    months.TryAdd(name, (i + 1, Era.Gregorian));
                }
            }
        }

        return months;
    }
}
