using System.Runtime.CompilerServices;

namespace Pipeline.EndToEnd.Tests.Stepping;

/// <summary>The five sample articles of the repository, and small files made for one fault each.</summary>
internal static class Samples
{
    public static string SeedFolder { get; } = Path.Combine(Root(), "seeds");

    public static IReadOnlyList<(string Name, byte[] Content)> Seeds { get; } =
        [.. Directory.GetFiles(SeedFolder).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))];

    public static byte[] Short { get; } =
        """
        Ferry line reopens on Monday

        The ferry between Lorn Bay and Tessa Island sails again on Monday after nine months in dock. The harbour office in Lorn Bay sold 1,400 tickets within two hours, said its manager, Ida Norell.
        """u8.ToArray();

    /// <summary>Two articles about different things, and a broken line between them.</summary>
    public static string Batch =>
        """
        {"title":"Ferry line reopens on Monday","text":"The ferry between Lorn Bay and Tessa Island sails again on Monday after nine months in dock. The harbour office in Lorn Bay sold 1,400 tickets within two hours, said its manager, Ida Norell. A new engine from Gdansk cut the crossing to 38 minutes. Islanders had relied on a fishing boat and on one flight a week since February."}
        {"title":"Broken","text":"never closed
        {"title":"Museum finds a lost map","text":"A map of 1704 by the surveyor Anna Veld lay behind a cupboard of the town museum in Orben. A carpenter, Tom Reis, found it while he mended a floor board. Historians of Orben University date the paper to the last winter of the siege. The museum shows it from June, together with 12 letters of the Veld family."}
        """;

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
