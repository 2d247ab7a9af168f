using System.Globalization;
using Pipeline.Articles.Languages;

namespace Pipeline.Benchmarks.Languages;

/// <summary>How often the identifier is right on stretches of given lengths, and on whole texts.</summary>
internal static class LanguageFigures
{
    private const int WholeText = int.MaxValue;

    public static void Print(IEnumerable<(ILanguageIdentifier Identifier, string Language, string Text)> texts)
    {
        var samples = texts.ToList();
        foreach (var length in (int[])[50, 100, 200, WholeText])
        {
            var (right, all, misses) = (0, 0, new Dictionary<string, int>());
            foreach (var (identifier, language, text) in samples)
            {
                foreach (var answer in Stretches(text, length).Select(stretch => identifier.Identify(stretch).Tag))
                {
                    all++;
                    if (answer == language)
                        right++;
                    else
                        misses[$"{language}>{answer}"] = misses.GetValueOrDefault($"{language}>{answer}") + 1;
                }
            }
            var worst = string.Join(", ", misses.OrderByDescending(miss => miss.Value).Take(12).Select(miss => $"{miss.Key} {miss.Value}"));
            var name = length == WholeText ? "whole texts    " : $"{length,4} characters";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name}: {100.0 * right / Math.Max(1, all):F2} % of {all} right; {worst}"));
        }
    }

    private static IEnumerable<string> Stretches(string text, int length)
    {
        if (length == WholeText)
        {
            yield return text;
            yield break;
        }
        for (var at = 0; at + length <= text.Length; at += length)
            yield return text.Substring(at, length);
    }
}
