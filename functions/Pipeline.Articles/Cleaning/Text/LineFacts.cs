using System.Buffers;
using System.Numerics;

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
    /// <summary>Ends in "…" or "...", as teasers do; it counts as a sentence's end too.</summary>
    public bool EndsEllipsis;
    public bool EndsColon;
    public bool EndsQuestion;
    public bool EndsComma;
    public bool HasYear;
    public bool HasUrl;
    public bool HasAt;
    public bool HasCopyright;
    public bool HasClock;

    /// <param name="text">The line.</param>
    /// <param name="masks">Filled with the line here.</param>
    public static LineFacts Of(ReadOnlySpan<char> text, CharacterMasks masks)
    {
        masks.Fill(text);
        var facts = new LineFacts { Length = text.Length, Unspaced = masks.Unspaced };
        facts.CountWords(text, masks);
        facts.Words += facts.Unspaced / 2;
        facts.ReadEnds(text);
        facts.HasUrl = text.ContainsAny(Addresses);
        return facts;
    }

    private static readonly SearchValues<string> Addresses = SearchValues.Create(["http", "www."], StringComparison.OrdinalIgnoreCase);

    private void CountWords(ReadOnlySpan<char> text, CharacterMasks masks)
    {
        var capitals = masks.Capitals;
        var smalls = masks.Smalls;
        var digits = masks.Digits;
        var words = masks.Words;
        var marks = masks.Marks;
        var before = 0UL;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            var starts = word & ~((word << 1) | before);
            Letters += BitOperations.PopCount(word & ~digits[i]);
            Capitals += BitOperations.PopCount(capitals[i]);
            Digits += BitOperations.PopCount(digits[i]);
            Words += BitOperations.PopCount(starts);
            CapitalWords += BitOperations.PopCount(starts & capitals[i]);
            SmallWords += BitOperations.PopCount(starts & smalls[i]);
            NumberWords += BitOperations.PopCount(starts & digits[i]);
            LittleWords += BitOperations.PopCount(starts & smalls[i] & ~LongerThanThree(word, i + 1 < words.Length ? words[i + 1] : 0));
            before = word >> 63;
            for (var rest = starts & digits[i]; rest != 0; rest &= rest - 1)
            {
                HasYear |= IsYear(text, (i * CharacterMasks.Bits) + BitOperations.TrailingZeroCount(rest), masks);
            }

            for (var rest = marks[i]; rest != 0; rest &= rest - 1)
            {
                CountMark(text, (i * CharacterMasks.Bits) + BitOperations.TrailingZeroCount(rest));
            }
        }
    }

    /// <summary>The places from which on three more characters are of words.</summary>
    private static ulong LongerThanThree(ulong word, ulong next) =>
        ((word >> 1) | (next << 63)) & ((word >> 2) | (next << 62)) & ((word >> 3) | (next << 61));

    private static bool IsYear(ReadOnlySpan<char> text, int start, CharacterMasks masks)
    {
        const int Digits = 4;
        return start + Digits <= text.Length && (text[start..].StartsWith("20") || text[start..].StartsWith("19"))
            && masks.IsWord(start + 2) && masks.IsWord(start + 3) && (start + Digits == text.Length || !masks.IsWord(start + Digits));
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
        EndsEllipsis = text[last] == '…' || (last >= 2 && text[last] == '.' && text[last - 1] == '.' && text[last - 2] == '.');
        EndsQuestion = text[last] is '?' or '？' or '؟';
        EndsColon = text[last] is ':' or '：';
        EndsComma = text[last] is ',' or ';' or '،' or '、' or '，';
    }
}
