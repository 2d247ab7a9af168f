using UtfUnknown;

namespace Pipeline.Articles.Formats.Charsets;

/// <summary>
/// Chooses among the charsets that were in use before UTF-8, by how plausible the text comes out in each. UTF.Unknown's
/// byte statistics (Mozilla's universal charset detector) have a say where two come out alike.
/// </summary>
internal static class CharsetDetection
{
    // By how much the declared charset may look worse than the best one before it is called wrong; the less there is to see,
    // the more it is trusted.
    private const double TrustInDeclared = 0.4;
    private const double TrustInFewBytes = 12;
    // Declared, likely by its bytes, and plausible to this degree: nothing is left to compare.
    private const double Plain = 0.9;
    private const double WeightOfStatistics = 0.3;

    // The rare ones have to look better than the rest by this much.
    private const double Rarity = 0.4;

    // In the order in which they win when the text comes out the same.
    private static readonly string[] Candidates =
    [
        "windows-1252", "windows-1251", "windows-1250", "gb18030", "shift_jis", "euc-kr", "big5", "euc-jp", "windows-1254",
        "windows-1256", "windows-1253", "windows-1255", "windows-1257", "windows-874", "iso-8859-2", "koi8-r", "koi8-u", "iso-8859-7",
        "iso-8859-6", "iso-8859-13",
    ];

    private static readonly string[] RareCandidates = ["iso-8859-5", "cp866", "x-mac-cyrillic", "macintosh"];

    /// <summary>A name that <see cref="CharsetLabels"/> knows, or null when none gives a plausible text.</summary>
    /// <param name="bytes">A text that is not valid UTF-8.</param>
    /// <param name="declared">Known names, the most trusted first.</param>
    public static string? Detect(ReadOnlySpan<byte> bytes, List<string> declared)
    {
        var sample = CharsetSample.Of(bytes);
        var statistics = CharsetDetector.DetectFromBytes(sample).Detected;
        var likely = CharsetLabels.NameOf(statistics?.EncodingName);
        if (likely is not null && likely == declared.FirstOrDefault() && Score(sample, likely) > Plain)
        {
            return likely;
        }

        var (best, bestScore) = ((string?)null, 0.0);
        foreach (var (name, handicap) in Candidates.Select(c => (c, 0.0)).Concat(RareCandidates.Select(c => (c, Rarity))))
        {
            var score = Score(sample, name) - handicap + (name == likely ? WeightOfStatistics * statistics!.Confidence : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (name, score);
            }
        }

        var trust = TrustInDeclared + Math.Pow(TrustInFewBytes / (1 + sample.Count(b => b >= 0x80)), 2);
        foreach (var name in declared)
        {
            if (Score(sample, name) is var score && score >= bestScore - trust && score > 0)
            {
                return name;
            }
        }

        return best;
    }

    private static double Score(byte[] sample, string name) => Plausibility.Of(CharsetLabels.Get(name).GetString(sample));
}
