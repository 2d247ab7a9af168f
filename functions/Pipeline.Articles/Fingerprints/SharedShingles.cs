namespace Pipeline.Articles.Fingerprints;

/// <summary>Two texts compared in full, for a person who asks why they were or were not joined.</summary>
/// <param name="Containment">Share of the smaller text's shingles with a fact that stand in the larger one; null when there are none.</param>
/// <param name="Shared">Folded shingles of both, in the order of the first text.</param>
/// <param name="OnlyFirst">Those of the first text alone.</param>
/// <param name="OnlySecond">Those of the second text alone.</param>
public sealed record SharedShingles(
    double? Containment, IReadOnlyList<string> Shared, IReadOnlyList<string> OnlyFirst, IReadOnlyList<string> OnlySecond)
{
    /// <summary>Compares, keeping at most <paramref name="sample"/> shingles of each kind.</summary>
    public static SharedShingles Of(string first, string second, int sample)
    {
        var (ones, others) = (Read(first), Read(second));
        var shared = ones.Keys.Where(others.ContainsKey).ToList();
        var smaller = Math.Min(ones.Count, others.Count);
        return new SharedShingles(
            smaller == 0 ? null : (double)shared.Count / smaller,
            [.. shared.Take(sample).Select(hash => ones[hash])],
            [.. ones.Where(one => !others.ContainsKey(one.Key)).Take(sample).Select(one => one.Value)],
            [.. others.Where(one => !ones.ContainsKey(one.Key)).Take(sample).Select(one => one.Value)]);
    }

    /// <summary>The shingles with a fact and how they read, in the order of the text.</summary>
    private static Dictionary<ulong, string> Read(string text)
    {
        using var folded = new FoldedText();
        using var edges = new TokenEdges();
        using var buffer = new ShingleBuffer();
        TextFolding.Fold(text, folded);
        Shingler.Run(folded, edges, buffer);
        var (words, separator) = buffer.Mode == ShingleMode.Characters ? (Characters(folded), "") : (Words(folded, edges), " ");
        var shingles = new Dictionary<ulong, string>();
        foreach (var placed in ShingleSelection.Facts(buffer))
        {
            var place = PlacedHash.PlaceOf(placed);
            shingles.TryAdd(PlacedHash.HashOf(placed), string.Join(separator, words[(place - 2)..(place + 1)]));
        }

        return shingles;
    }

    private static string[] Characters(FoldedText folded) =>
        [.. Enumerable.Range(0, folded.Length)
            .Where(at => (folded.Word[at / 64] >> at & 1) != 0)
            .Select(at => folded.Characters[at].ToString())];

    private static string[] Words(FoldedText folded, TokenEdges edges)
    {
        var words = new string[edges.Count];
        for (var token = 0; token < words.Length; token++)
            words[token] = new string(folded.Characters, edges.Edges[2 * token], edges.Edges[2 * token + 1] - edges.Edges[2 * token]);
        return words;
    }
}
