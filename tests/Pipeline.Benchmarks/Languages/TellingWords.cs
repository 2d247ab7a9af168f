using System.Reflection;

namespace Pipeline.Benchmarks.Languages;

/// <summary>Words that tell a language from its next of kin, from telling-words.txt.</summary>
internal static class TellingWords
{
    /// <summary>Those in the script of the text: a language of two scripts has a profile, and words, for each.</summary>
    public static string[] Of(string tag, IReadOnlyCollection<string> paragraphs)
    {
        var latin = string.Concat(paragraphs).Count(char.IsAsciiLetter) * 2 > paragraphs.Sum(paragraph => paragraph.Length);
        return [.. Lines().Where(line => line.StartsWith(tag + ":", StringComparison.Ordinal)).Select(line => line[(tag.Length + 1)..])
            .Where(words => words.Any(char.IsAsciiLetter) == latin)
            .SelectMany(words => words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];
    }

    private static string[] Lines()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Languages.telling-words.txt")
            ?? throw new InvalidOperationException("The assembly holds no telling-words.txt.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
