using Pipeline.Articles.Languages;
using Pipeline.Benchmarks.Entities;

namespace Pipeline.Benchmarks.Languages;

/// <summary><c>languages --in FILE.jsonl</c>: {lang, text} a line; how often the identifier that the pipeline runs is right.</summary>
internal static class LanguagesBenchmark
{
    public static void Run(string input) => LanguageFigures.Print(
        JsonLines.Objects(input).Select(line =>
            ((ILanguageIdentifier)LanguageIdentifier.Default, (string?)line["lang"] ?? "", (string?)line["text"] ?? "")));
}
