using System.Collections.Frozen;
using System.Numerics;
using Pipeline.Articles.Cleaning.Blocks;

namespace Pipeline.Articles.Cleaning.Text;

/// <summary>
/// Puts back spaces that scraping lost where an inline tag stood: "technologywhich", "New York TimesNorth Korea". Only where the
/// article itself bears witness: the first part stands alone elsewhere, or the second part with the word after it does.
/// </summary>
internal static class JoinRepair
{
    private const int LongestText = 500_000;
    private const int MostRepairs = 200;

    /// <summary>Letters of the shortest word that may be two.</summary>
    private const int ShortestWord = 7;

    /// <summary>Each candidate may cost a look through the whole text, so their number is bounded.</summary>
    private const int MostCandidates = 400;

    /// <summary>Words that no English word ends in, save those of <see cref="Whole"/>.</summary>
    private static readonly string[] SureEndings = ["which", "while", "whose", "although", "because", "whereas", "however"];

    /// <summary>Words and adjectives that begin a phrase; a witness for the first part is needed.</summary>
    private static readonly string[] WitnessedEndings =
    [
        "nor", "and", "but", "the", "with", "from", "that", "who", "when", "where", "after", "before", "during", "until", "since", "through",
        "historic", "important", "significant", "former", "several", "especially", "including", "according", "traditional", "international",
    ];

    private static readonly FrozenSet<string> Whole = new[]
    {
        "meanwhile", "worthwhile", "erstwhile", "awhile", "everywhere", "somewhere", "nowhere", "elsewhere", "anywhere", "hereafter", "thereafter",
        "hereinafter", "herewith", "therewith", "forthwith", "therefrom", "throughout", "prehistoric", "unimportant", "insignificant", "heretofore",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WholeBySpan = Whole.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly (string Ending, bool IsSure)[] Endings = [.. SureEndings.Select(ending => (ending, true)), .. WitnessedEndings.Select(ending => (ending, false))];

    /// <summary>A bit for the last three letters of each ending, five bits of each letter.</summary>
    private static readonly ulong[] EndingLetters = FindEndingLetters();

    /// <returns>The text with spaces put in, its segments with an entry of raw length 0 for each; the same when nothing is sure.</returns>
    public static (string Text, List<Segment> Segments) Repair(string text, List<Segment> segments)
    {
        var places = text.Length > LongestText ? [] : Find(text);
        if (places.Count == 0)
        {
            return (text, segments);
        }

        var repaired = new System.Text.StringBuilder(text.Length + places.Count);
        var moved = new List<Segment>(segments.Count + (2 * places.Count));
        var next = 0;
        var done = 0;
        foreach (var segment in segments)
        {
            var rest = segment;
            while (next < places.Count && places[next] < rest.CleanEnd && (places[next] == rest.Clean || rest.CleanLength == rest.RawLength))
            {
                var head = places[next] - rest.Clean;
                if (head > 0)
                {
                    moved.Add(new Segment(rest.Clean + next, head, rest.Raw, head));
                }

                moved.Add(new Segment(places[next] + next, 1, rest.Raw + head, 0));
                rest = new Segment(places[next], rest.CleanLength - head, rest.Raw + head, rest.RawLength - head);
                repaired.Append(text, done, places[next] - done).Append(' ');
                done = places[next++];
            }

            moved.Add(rest with { Clean = rest.Clean + next });
        }

        repaired.Append(text, done, text.Length - done);
        return (repaired.ToString(), moved);
    }

    private static List<int> Find(string text)
    {
        var places = new List<int>();
        var candidates = 0;
        var start = -1;
        var before = 0UL;
        for (var offset = 0; offset < text.Length; offset += CharacterMasks.Bits)
        {
            // A bit wherever a word of ASCII letters begins or has just ended.
            var letters = CharacterMasks.AsciiLetters(text.AsSpan(offset));
            for (var edges = letters ^ ((letters << 1) | before); edges != 0; edges &= edges - 1)
            {
                var at = offset + BitOperations.TrailingZeroCount(edges);
                if (start >= 0)
                {
                    Look(text, start, at, places, ref candidates);
                }

                start = start < 0 ? at : -1;
            }

            before = letters >> 63;
        }

        if (start >= 0)
        {
            Look(text, start, text.Length, places, ref candidates);
        }

        return places;
    }

    private static void Look(string text, int start, int end, List<int> places, ref int candidates)
    {
        const int ShortestSentenceEnd = 3;
        if (end - start < ShortestSentenceEnd || places.Count >= MostRepairs || candidates >= MostCandidates)
        {
            return;
        }

        var place = end - start < ShortestWord ? 0 : FindInWord(text, start, end, ref candidates);
        if (place > 0)
        {
            places.Add(place);
        }
        else if (end + 1 < text.Length && text[end] is '?' or '!' && char.IsAsciiLetterLower(text[end + 1]) && !IsAddress(text, start))
        {
            places.Add(end + 1);
        }
    }

    private static ulong[] FindEndingLetters()
    {
        var bits = new ulong[(1 << 15) / 64];
        foreach (var (ending, _) in Endings)
        {
            var letters = LastLetters(ending);
            bits[letters / 64] |= 1UL << letters;
        }

        return bits;
    }

    private static int LastLetters(ReadOnlySpan<char> word) => ((word[^3] & 31) << 10) | ((word[^2] & 31) << 5) | (word[^1] & 31);

    private static readonly System.Buffers.SearchValues<char> AsciiLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static int FindInWord(string text, int start, int end, ref int candidates)
    {
        var word = text.AsSpan(start, end - start);
        var capital = word[1..].IndexOfAnyInRange('A', 'Z') + 1;
        if (capital > 0)
        {
            candidates++;
            return IsTwoNames(text, word, start, capital) ? start + capital : 0;
        }

        // Hardly any word ends like one of these, so its last letters sort out nearly all.
        var letters = LastLetters(word);
        foreach (var (ending, isSure) in (EndingLetters[letters / 64] & (1UL << letters)) != 0 ? Endings : [])
        {
            if (word.Length < ending.Length + 5 || !word.EndsWith(ending) || WholeBySpan.Contains(word))
            {
                continue;
            }

            if (isSure)
            {
                return end - ending.Length;
            }

            candidates++;
            if (StandsAlone(text, word[..^ending.Length], 2) && !StandsAlone(text, word, 2))
            {
                return end - ending.Length;
            }
        }

        return 0;
    }

    /// <summary>"TimesNorth" before " Korea" where "North Korea" stands elsewhere; "YouTube" has no such witness.</summary>
    private static bool IsTwoNames(string text, ReadOnlySpan<char> word, int start, int capital)
    {
        if (capital < 4 || word.Length - capital < 4 || !char.IsAsciiLetterLower(word[capital + 1]) || word[(capital + 1)..].IndexOfAnyInRange('A', 'Z') >= 0)
        {
            return false;
        }

        var pairStart = start + capital;
        var wordEnd = start + word.Length;
        if (wordEnd + 1 >= text.Length || text[wordEnd] != ' ' || !char.IsLetter(text[wordEnd + 1]))
        {
            return false;
        }

        var secondLength = text.AsSpan(wordEnd + 1).IndexOfAnyExcept(AsciiLetters);
        var pair = text.AsSpan(pairStart, wordEnd + 1 + (secondLength < 0 ? text.Length - wordEnd - 1 : secondLength) - pairStart);
        return char.IsUpper(text[wordEnd + 1]) && StandsAlone(text, pair, 1) && !StandsAlone(text, word, 2);
    }

    private static bool StandsAlone(string text, ReadOnlySpan<char> words, int times)
    {
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            var found = text.AsSpan(at).IndexOf(words, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            var start = at + found;
            var end = start + words.Length;
            var alone = (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            count += alone ? 1 : 0;
            if (count >= times)
            {
                return true;
            }

            at = end;
        }

        return false;
    }

    private static bool IsAddress(string text, int at)
    {
        var start = text.LastIndexOf(' ', at) + 1;
        return text.AsSpan(start, at - start).ContainsAny("/@");
    }
}
