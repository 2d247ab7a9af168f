using System.Globalization;
using Pipeline.Articles.Languages;

namespace Pipeline.Benchmarks.Languages;

/// <summary>How often the identifier is right on stretches of given lengths.</summary>
internal static class LanguageFigures
{
    public static void Print(ILanguageIdentifier identifier, IEnumerable<(string Language, string Text)> texts)
    {
        var samples = texts.ToList();
        foreach (var length in (int[])[50, 100, 200])
        {
            var (right, all, misses) = (0, 0, new Dictionary<string, int>());
            foreach (var (language, text) in samples)
            {
                for (var at = 0; at + length <= text.Length; at += length)
                {
                    var answer = identifier.Identify(text.AsSpan(at, length)).Tag;
                    all++;
                    if (answer == language)
                        right++;
                    else
                        misses[$"{language}>{answer}"] = misses.GetValueOrDefault($"{language}>{answer}") + 1;
                }
            }
            var worst = string.Join(", ", misses.OrderByDescending(miss => miss.Value).Take(12).Select(miss => $"{miss.Key} {miss.Value}"));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{length,4} characters: {100.0 * right / Math.Max(1, all):F2} % of {all} right; {worst}"));
        }
    }
}
