namespace Pipeline.Articles.Metadata;

/// <summary>Cuts a byline into names.</summary>
internal static class AuthorNames
{
    private const int LongestName = 60;

    private static readonly string[] Leads =
        ["view all posts by ", "posts by ", "by ", "written by ", "words by ", "story by ", "posted by ", "reported by ", "author: ", "von ", "por ", "par ", "di ", "door ", "av ", "af ", "autor: ", "auteur: ", "text: ", "texte: ", "作者：", "记者 ", "文/"];

    private static readonly string[] Roles =
    [
        " writer", " reporter", " correspondent", " editor", " officer", " contributor", " producer", " columnist", " journalist", " critic", " analyst", " fellow", " professor",
        "redakteur", "redakteurin", " ph.d", " phd", " md", " m.d", " jr", " rd", "sponsored",
    ];

    private static readonly string[] Separators = [" and ", " & ", " und ", " et ", " y ", " e ", ", ", "; ", " | ", " / ", " with ", "、", " og ", " och ", " en ", " i "];

    private static readonly string[] NotNames =
        ["admin", "administrator", "editor", "staff", "guest", "unknown", "author", "none", "null", "n/a", "view all posts", "follow", "share", "редакция", "webmaster", "contributor"];

    public static bool StartsWithBy(ReadOnlySpan<char> line)
    {
        foreach (var lead in Leads)
        {
            if (line.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && line.Length > lead.Length && char.IsUpper(line[lead.Length]))
            {
                return true;
            }
        }

        return false;
    }

    public static List<string> Split(string raw)
    {
        var names = new List<string>();
        if (raw.Length > 400 || raw.Contains("://", StringComparison.Ordinal))
        {
            return names;
        }

        foreach (var part in WithoutLead(raw).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var name = WithoutDate(WithoutLead(part)).Trim(' ', ',', '.', '-', '–', '|', ':', '(', ')', '·', '•', '@');
            if (IsName(name) && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private static string WithoutLead(string text)
    {
        foreach (var lead in Leads)
        {
            if (text.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
            {
                return text[lead.Length..].Trim();
            }
        }

        return text.Trim();
    }

    /// <summary>"Ryan Sparks • December 20" and "Josh Norem December 22" are names with a part of a date.</summary>
    private static string WithoutDate(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Length >= 3 && Cleaning.Text.Calendar.IsMonth(words[i].TrimEnd('.', ',')) && i + 1 < words.Length && char.IsAsciiDigit(words[i + 1][0]))
            {
                return string.Join(' ', words[..i]);
            }
        }

        return text;
    }

    private static bool HasRole(string name) => Roles.Any(role => name.EndsWith(role, StringComparison.OrdinalIgnoreCase))
        || name.Contains("image:", StringComparison.OrdinalIgnoreCase) || name.Contains("photo", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("chief ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("head of", StringComparison.OrdinalIgnoreCase)
        || name.Contains("posted:", StringComparison.OrdinalIgnoreCase) || name.Contains("updated", StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string name) =>
        name.Length is > 1 and <= LongestName && name.Any(char.IsLetter) && name.Count(char.IsAsciiDigit) <= 2 && name.Count(c => c == ' ') <= 6
        && !HasRole(name) && !name.Contains('@', StringComparison.Ordinal) && !NotNames.Contains(name, StringComparer.OrdinalIgnoreCase)
        && DateReader.Read(name) is null;
}
