using Pipeline.Articles.Metadata.Dates;

namespace Pipeline.Articles.Metadata.Authors;

/// <summary>Cuts a byline into names.</summary>
internal static class AuthorNames
{
    private const int LongestByline = 400;
    private const int LongestName = 60;

    /// <summary>Characters that no person's name has.</summary>
    private static readonly System.Buffers.SearchValues<char> Foreign = System.Buffers.SearchValues.Create("0123456789:;!?/|\"“”()[]…&");

    private static readonly string[] Separators =
        [" and ", " & ", " und ", " et ", " y ", " e ", ", ", "; ", " with ", "、", "，", " og ", " och ", " en ", " i ", " und", " и ", " та ", " ve ", " ja ", " és ", " dan ", " và ", " و ", " og", "\n", " a ", ","];

    /// <summary>True of a line that begins with "By" in some language and goes on with a capital.</summary>
    public static bool StartsWithBy(ReadOnlySpan<char> line)
    {
        var rest = line[LeadLength(line)..].TrimStart();
        return rest.Length < line.Length && rest.Length > 1 && (char.IsUpper(rest[0]) || char.GetUnicodeCategory(rest[0]) == System.Globalization.UnicodeCategory.OtherLetter);
    }

    /// <summary>True of a label such as "Written by", "Verfasst von".</summary>
    public static bool IsByline(string label) => label.StartsWith("written by", StringComparison.OrdinalIgnoreCase) || label.StartsWith("by", StringComparison.OrdinalIgnoreCase)
        || label.EndsWith(" von", StringComparison.OrdinalIgnoreCase) || label.EndsWith(" par", StringComparison.OrdinalIgnoreCase) || label.EndsWith(" por", StringComparison.OrdinalIgnoreCase)
        || label.EndsWith(" door", StringComparison.OrdinalIgnoreCase) || label.EndsWith(" av", StringComparison.OrdinalIgnoreCase) || label.EndsWith(" da", StringComparison.OrdinalIgnoreCase);

    /// <summary>The names in a byline, in order, without "By", dates, roles and handles.</summary>
    public static List<string> Split(string raw)
    {
        var names = new List<string>();
        if (raw.Length > LongestByline || raw.Contains("://", StringComparison.Ordinal))
        {
            return names;
        }

        foreach (var part in CutTail(WithoutLead(raw)).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var name = WithoutRole(WithoutFollower(CutTail(WithoutLead(part)).Trim(' ', ',', '-', '–', '—', '|', ':', '(', ')', '·', '•', '@', '»', '"')));
            name = name.EndsWith('.') && !IsInitial(name) ? name.TrimEnd('.') : name;
            if (names.Count > 0 && IsGeneration(name))
            {
                names[^1] += " " + name;
            }
            else if (names.Count > 0 && IsPersonLike(names[^1]) && IsOfHouse(name))
            {
                // "Jane Doe, Institute of Allergy and Infectious Diseases": what follows is whom she works for.
                break;
            }
            else if (IsName(name) && !(names.Count > 0 && IsCredential(name)) && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>True of what looks like a person's name and like nothing else: two to five words with capitals.</summary>
    public static bool IsPersonLike(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 5 && name.Length <= LongestName && char.IsUpper(name[0])
            && Array.TrueForAll(words, word => char.IsUpper(word[0]) || AuthorWords.Particles.Contains(word))
            && !Array.Exists(words, word => AuthorWords.HouseWords.Contains(word) || AuthorWords.Roles.Contains(word))
            && Array.Exists(words, word => word.Length > 1 && word.Skip(1).Any(char.IsLower))
            && !name.AsSpan().ContainsAny(Foreign) && IsName(name);
    }

    private static bool IsInitial(string name) => name.Length > 2 && name[^3] == ' ' && char.IsUpper(name[^2]) || name.EndsWith("Jr.", StringComparison.Ordinal) || name.EndsWith("Sr.", StringComparison.Ordinal);

    private static bool IsGeneration(string name) => name is "Jr" or "Jr." or "Sr" or "Sr." or "II" or "III" or "IV";

    private static string WithoutLead(string text) => text[LeadLength(text)..].Trim();

    /// <summary>The leads by five bits of each of their first two characters: few lines begin like one.</summary>
    private static readonly string[][] LeadsByStart = FindLeads();

    private static string[][] FindLeads()
    {
        var leads = AuthorWords.Leads.ToLookup(lead => StartOf(lead));
        return [.. Enumerable.Range(0, 1 << 10).Select(start => leads[start].ToArray())];
    }

    private static int StartOf(ReadOnlySpan<char> text) => ((char.ToLowerInvariant(text[0]) & 31) << 5) | (char.ToLowerInvariant(text[1]) & 31);

    private static int LeadLength(ReadOnlySpan<char> text)
    {
        foreach (var lead in text.Length > 1 ? LeadsByStart[StartOf(text)] : [])
        {
            if (text.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && text.Length > lead.Length
                && !(char.IsAsciiLetter(lead[^1]) && char.IsLower(text[lead.Length])))
            {
                return lead.Length;
            }
        }

        // "ByJane Doe": the space got lost with a tag.
        return text.Length > 3 && text.StartsWith("By") && char.IsUpper(text[2]) && char.IsLower(text[3]) ? 2 : 0;
    }

    /// <summary>Cuts at the first date, handle, separator or word that cannot belong to a name.</summary>
    private static string CutTail(string text)
    {
        var end = text.Length;
        if (DateScanner.FindAll(text, default, 1) is [var date])
        {
            end = date.Start;
        }
        else if (MonthStart(text) is > 0 and var month)
        {
            end = month;
        }

        var at = text.AsSpan(0, end).IndexOfAny(AuthorWords.Ends);
        end = at > 1 ? at : end;
        var handle = text.IndexOf('@', StringComparison.Ordinal);
        end = handle > 1 && handle < end ? handle : end;
        return end < text.Length ? text[..end].Trim() : text;
    }

    /// <summary>"Ryan Sparks • December 20" and "Josh Norem December 22" are names with a part of a date.</summary>
    private static int MonthStart(string text)
    {
        for (var i = text.IndexOf(' ', StringComparison.Ordinal); i > 0; i = text.IndexOf(' ', i + 1))
        {
            var end = text.AsSpan(i + 1).IndexOf(' ');
            if (end > 2 && i + 2 + end < text.Length && char.IsAsciiDigit(text[i + 2 + end]) && MonthNames.Find(text.AsSpan(i + 1, end).TrimEnd("."), null).Month > 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>True of an organisation in the second place of a byline; agencies are authors, though.</summary>
    private static bool IsOfHouse(string name) => !AuthorWords.Agencies.Contains(name)
        && name.Split(' ') is { Length: >= 2 } words && !IsPersonLike(name) && Array.Exists(words, word => AuthorWords.HouseWords.Contains(word) || word is "of" or "for" or "at");

    /// <summary>"MS", "RD", "FAND": letters behind a name that are no agency's.</summary>
    private static bool IsCredential(string name) =>
        name.Length <= 6 && !name.Contains(' ', StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterUpper(c) || c is '.' or '-') && !AuthorWords.Agencies.Contains(name);

    private static string WithoutFollower(string name)
    {
        foreach (var follower in AuthorWords.Followers)
        {
            if (name.IndexOf(follower, StringComparison.Ordinal) is > 0 and var at && IsPersonLike(name[..at].Trim()))
            {
                return name[..at].Trim();
            }
        }

        return name.EndsWith(" on", StringComparison.Ordinal) ? name[..^3] : name;
    }

    /// <summary>"Will Macmaster Editor", "Jessica Rendall Wellness Writer", "Jim Walsh Cherry Hill Courier-Post": the name is what stands first.</summary>
    private static string WithoutRole(string name)
    {
        const int NameWords = 2;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isTitled = words.Length > NameWords && AuthorWords.Roles.Contains(words[^1]);
        var isOfPaper = words.Length > NameWords + 1 && AuthorWords.PaperWords.Contains(words[^1]);
        if (!isTitled && !isOfPaper)
        {
            return name;
        }

        var person = string.Join(' ', words[..NameWords]);
        return IsPersonLike(person) && words[0] is not "The" ? person : name;
    }

    private static bool IsName(string name)
    {
        if (name.Length is < 2 or > LongestName || !name.Any(char.IsLetter) || name.Count(char.IsAsciiDigit) > 2 || name.Count(c => c == ' ') > 6 || AuthorWords.NotNames.Contains(name)
            || name.Contains('@', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.Contains('+', StringComparison.Ordinal))
        {
            return false;
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return !AuthorWords.Roles.Contains(words[^1].TrimEnd(',')) && !IsSentence(words)
            && !name.Contains("photo", StringComparison.OrdinalIgnoreCase) && !name.Contains("image:", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("chief ", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("head of", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("senior ", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("more about", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("view ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Several words in small letters are no name.</summary>
    private static bool IsSentence(string[] words) =>
        words.Length > 2 && words.Count(word => char.IsLower(word[0]) && !AuthorWords.Particles.Contains(word)) > 2
        && words.Count(word => char.IsLower(word[0])) * 2 >= words.Length;
}
