using System.Runtime.CompilerServices;

namespace Pipeline.EndToEnd.Tests.Stepping;

/// <summary>The five sample articles of the repository, and small files made for one fault each.</summary>
internal static class Samples
{
    public static IReadOnlyList<(string Name, byte[] Content)> Seeds { get; } =
        [.. Directory.GetFiles(Path.Combine(Root(), "seeds")).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))];

    /// <summary>Two articles, and a broken line between them.</summary>
    public static string Batch =>
        $$"""
        {"title":"Ferry line reopens on Monday","text":"{{Paragraph("The ferry between Lorn Bay and Tessa Island sails again after nine months in dock.")}}"}
        {"title":"Broken","text":"never closed
        {"title":"Museum finds a lost map","text":"{{Paragraph("A map of 1704 by Anna Veld lay behind a cupboard of the town museum in Orben.")}}"}
        """;

    private static string Paragraph(string sentence) => string.Join(
        " ", Enumerable.Range(1, 6).Select(number => $"{sentence} It was report number {number} of the day, said a speaker of the council."));

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
