using Pipeline.Articles.Entities.Names;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.Entities;

/// <summary>The name inside a mention.</summary>
internal static class MentionNames
{
    /// <summary>Without possessive, title, leading article and white space runs.</summary>
    public static string Cut(string mention)
    {
        var name = string.Join(' ', mention.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length > 2 && Tokeniser.IsApostrophe(name[^2]) && name[^1] is 's' or 'S')
            name = name[..^2];
        else if (name.Length > 1 && Tokeniser.IsApostrophe(name[^1]))
            name = name[..^1];
        while (name.IndexOf(' ') is > 0 and var blank && (NameWords.IsTitle(name.AsSpan(0, blank)) || name.AsSpan(0, blank) is "the" or "The"))
            name = name[(blank + 1)..];
        return name;
    }
}
