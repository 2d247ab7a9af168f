using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.KeyPhrases;

/// <summary>The words of an article's headline, in the compared form of <see cref="PhraseForms"/>.</summary>
internal static class Headline
{
    /// <summary>A longer first line is a paragraph.</summary>
    private const int LongestLine = 150;

    /// <summary>Those of the given title, and those of the text's first line when it stands there like a headline.</summary>
    public static HashSet<string> Words(string title, string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        Add(words, title);
        Add(words, FirstLine(text));
        return words;
    }

    /// <summary>The first line without a sentence's end; empty when the text begins with a sentence.</summary>
    private static string FirstLine(string text)
    {
        var end = text.AsSpan(0, Math.Min(text.Length, LongestLine + 1)).IndexOf('\n');
        var line = end < 0 ? "" : text[..end].TrimEnd();
        return line.TrimEnd('"', '”', '\'', '’', ')').EndsWith('.') || line.EndsWith(':') ? "" : line;
    }

    private static void Add(HashSet<string> words, string line)
    {
        foreach (var token in Tokeniser.Read(line))
            words.Add(PhraseForms.Fold(token.In(line)));
    }
}
