namespace Pipeline.Articles.Metadata;

/// <summary>Cuts a byline into names.</summary>
internal static class AuthorNames
{
    private const int LongestName = 60;

    private static readonly string[] Leads =
        ["by ", "written by ", "words by ", "story by ", "posted by ", "reported by ", "author: ", "von ", "por ", "par ", "di ", "door ", "av ", "af ", "autor: ", "auteur: ", "text: ", "texte: ", "作者：", "记者 ", "文/"];

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
            var name = WithoutLead(part).Trim(' ', ',', '.', '-', '–', '|', ':', '(', ')', '·', '•', '@');
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

    private static bool IsName(string name) =>
        name.Length is > 1 and <= LongestName && name.Any(char.IsLetter) && name.Count(char.IsAsciiDigit) <= 2 && name.Count(c => c == ' ') <= 6
        && !name.Contains('@', StringComparison.Ordinal) && !NotNames.Contains(name, StringComparer.OrdinalIgnoreCase)
        && DateReader.Read(name) is null;
}
