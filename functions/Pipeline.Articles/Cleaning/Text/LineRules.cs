using Pipeline.Articles.Cleaning.Blocks;

namespace Pipeline.Articles.Cleaning.Text;

/// <summary>
/// Rules that a person can read, for lines that are furniture wherever they stand. Each asks for shortness or a fixed form
/// besides its words, so that a paragraph of the article that speaks of the same things stays.
/// </summary>
internal static class LineRules
{
    private const int ShortLine = 16;

    /// <returns>The rule that takes the line out, or null.</returns>
    public static string? Find(ReadOnlySpan<char> text, in LineFacts facts, PhraseKind phrases, in Block block)
    {
        if (facts.Letters + facts.Digits == 0)
        {
            return "debris";
        }

        if (Hashtags.IsLine(text))
        {
            return "hashtags";
        }

        if (IsLabelled(text, facts, PhraseKind.Source, phrases, ":→") && (facts.HasUrl || facts.Words <= 3 * ShortLine))
        {
            return "source-line";
        }

        if (IsPromotion(text))
        {
            return "related-link";
        }

        if (IsImageCredit(text, facts, phrases))
        {
            return "image-credit";
        }

        if (facts.Words <= ShortLine && (phrases & PhraseKind.Copyright) != 0 && facts.SentenceEnds <= 1 && (facts.HasCopyright || facts.HasYear))
        {
            return "copyright";
        }

        if ((phrases & PhraseKind.Appeal) != 0 && facts.Words <= 60 && IsAppeal(text))
        {
            return "appeal";
        }

        if (facts.HasClock && facts.Words <= ShortLine && (phrases & PhraseKind.Views) != 0 && !facts.EndsSentence)
        {
            return "view-count";
        }

        if (HouseStatement.Find(text, facts, phrases) is { } statement)
        {
            return statement;
        }

        return Calendar.IsLine(text, facts) ? "calendar" : IsMenu(text, facts) ? "menu-line" : IsInterface(text, facts, phrases) ? "interface" : null;
    }

    private static bool IsLabelled(ReadOnlySpan<char> text, in LineFacts facts, PhraseKind kind, PhraseKind phrases, string marks)
    {
        const int LongestLabel = 32;
        if ((phrases & kind) == 0)
        {
            return false;
        }

        var mark = text.IndexOfAny(marks);
        return mark is > 0 and < LongestLabel && facts.SentenceEnds <= 1 && Phrases.Find(text[..(mark + 1)]).HasFlag(kind);
    }

    /// <summary>"In Xataka | Another article of ours": a preposition, a name, a bar, a headline.</summary>
    private static bool IsPromotion(ReadOnlySpan<char> text)
    {
        var bar = text.IndexOf('|');
        if (bar is < 4 or > 40 || bar + 8 > text.Length)
        {
            return false;
        }

        var label = text[..bar].Trim();
        var space = label.IndexOf(' ');
        return space is >= 2 and <= 4 && label[..space] is "In" or "En" or "Em" or "Su" or "Auf" or "Bei" or "Dans" or "Sur" or "On" or "From"
            && label.Length > space + 1 && char.IsUpper(label[space + 1]);
    }

    private static bool IsImageCredit(ReadOnlySpan<char> text, in LineFacts facts, PhraseKind phrases)
    {
        const int LongestCredit = 22;
        if ((phrases & PhraseKind.ImageCredit) == 0 || facts.Words > LongestCredit)
        {
            return false;
        }

        var mark = text.IndexOfAny(":|");
        return mark is > 0 and < 24 && Phrases.Find(text[..Math.Min(text.Length, mark + 2)]).HasFlag(PhraseKind.ImageCredit)
            && text[..mark].Count(' ') <= 3;
    }

    private static bool IsAppeal(ReadOnlySpan<char> text) =>
        text.Contains("like/dislike", StringComparison.OrdinalIgnoreCase)
        || text.Contains("for reference only", StringComparison.OrdinalIgnoreCase)
        || (text.Contains("views of the author", StringComparison.OrdinalIgnoreCase) && text.Contains("opinion", StringComparison.OrdinalIgnoreCase));

    private static bool IsMenu(ReadOnlySpan<char> text, in LineFacts facts)
    {
        var separators = facts.Separators;
        return separators >= 1 && !facts.EndsSentence && facts.SentenceEnds == 0 && facts.Words <= 30 && facts.Words <= 4 * (separators + 1)
            && facts.SmallWords <= facts.CapitalWords + 3 && (separators >= 3 || text.ContainsAny("|»›") || text.Contains(">>", StringComparison.Ordinal));
    }

    private static bool IsInterface(ReadOnlySpan<char> text, in LineFacts facts, PhraseKind phrases) =>
        (phrases & (PhraseKind.Interface | PhraseKind.Account)) != 0 && facts.Words <= 4 && facts.Commas == 0
        && (!facts.EndsSentence || text.EndsWith("...") || text.EndsWith("…"));
}
