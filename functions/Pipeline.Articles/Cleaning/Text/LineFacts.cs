namespace Pipeline.Articles.Cleaning.Text;

/// <summary>What one look at a block's characters tells. Counts only; no judgement.</summary>
internal struct LineFacts
{
    public int Length;
    public int Words;
    public int Letters;
    public int Capitals;
    public int Digits;

    /// <summary>Words that begin with a capital, with a small letter, with a digit.</summary>
    public int CapitalWords;
    public int SmallWords;
    public int NumberWords;

    /// <summary>Words of at most three small letters: mostly articles, prepositions and the like in European languages.</summary>
    public int LittleWords;

    public int Commas;
    public int SentenceEnds;

    /// <summary>Marks that separate entries of menus: | » › · • /</summary>
    public int Separators;

    public int Unspaced;
    public bool StartsCapital;
    public bool StartsSmall;
    public bool StartsQuote;
    public bool EndsSentence;
    public bool EndsColon;
    public bool EndsQuestion;
    public bool EndsComma;
    public bool HasYear;
    public bool HasUrl;
    public bool HasAt;
    public bool HasCopyright;
    public bool HasClock;

    public static LineFacts Of(ReadOnlySpan<char> text)
    {
        var facts = new LineFacts { Length = text.Length };
        var inWord = false;
        var wordStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterLower(c) || char.IsLetterOrDigit(c) || c == '\'' && inWord || c is '’' && inWord || char.IsSurrogate(c)
                || CharIsMark(c))
            {
                if (!inWord)
                {
                    inWord = true;
                    wordStart = i;
                }

                CountCharacter(ref facts, c);
                continue;
            }

            if (inWord)
            {
                facts.CountWord(text[wordStart..i]);
                inWord = false;
            }

            facts.CountMark(text, i);
        }

        if (inWord)
        {
            facts.CountWord(text[wordStart..]);
        }

        facts.Words += facts.Unspaced / 2;
        facts.ReadEnds(text);
        facts.HasUrl = text.Contains("http", StringComparison.OrdinalIgnoreCase) || text.Contains("www.", StringComparison.OrdinalIgnoreCase);
        return facts;
    }

    private static bool CharIsMark(char c) => c >= '\u0300' && char.GetUnicodeCategory(c) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static void CountCharacter(ref LineFacts facts, char c)
    {
        if (char.IsDigit(c))
        {
            facts.Digits++;
            return;
        }

        facts.Letters++;
        if (char.IsUpper(c))
        {
            facts.Capitals++;
        }
        else if (Characters.IsUnspaced(c))
        {
            facts.Unspaced++;
        }
    }

    private void CountWord(ReadOnlySpan<char> word)
    {
        Words++;
        var first = word[0];
        if (char.IsDigit(first))
        {
            NumberWords++;
            HasYear |= word.Length == 4 && (word.StartsWith("20") || word.StartsWith("19"));
        }
        else if (char.IsUpper(first))
        {
            CapitalWords++;
        }
        else if (char.IsLower(first))
        {
            SmallWords++;
            LittleWords += word.Length <= 3 ? 1 : 0;
        }
    }

    private void CountMark(ReadOnlySpan<char> text, int i)
    {
        var c = text[i];
        switch (c)
        {
            case ',' or '،' or '、' or '，' or ';' or '；':
                Commas++;
                break;
            case '|' or '»' or '›' or '·' or '•' or '/' or '→' or '▸' or '>':
                Separators++;
                break;
            case '@':
                HasAt = true;
                break;
            case '©' or '℗' or '®':
                HasCopyright = true;
                break;
            case ':' when i > 0 && i + 1 < text.Length && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]):
                HasClock = true;
                break;
            default:
                if (Characters.EndsSentence(c) && (i + 1 == text.Length || c > '\u2100' || text[i + 1] == ' ' || Characters.ClosesQuote(text[i + 1])))
                {
                    SentenceEnds++;
                }

                break;
        }
    }

    private void ReadEnds(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        StartsCapital = char.IsUpper(text[0]);
        StartsSmall = char.IsLower(text[0]);
        StartsQuote = text[0] is '"' or '“' or '„' or '«' or '‘' or '\'' or '「' or '»' or '›' or '‹';
        var last = text.Length - 1;
        while (last > 0 && (Characters.ClosesQuote(text[last]) || text[last] == ' '))
        {
            last--;
        }

        EndsSentence = Characters.EndsSentence(text[last]);
        EndsQuestion = text[last] is '?' or '？' or '؟';
        EndsColon = text[last] is ':' or '：';
        EndsComma = text[last] is ',' or ';' or '،' or '、' or '，';
    }
}
