using System.Runtime.InteropServices;

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
        using var buffer = new ShingleBuffer();
        TextFolding.Fold(text, folded);
        Shingler.Run(folded, buffer);
        var facts = buffer.Facts.ToArray().ToHashSet();
        var shingles = new Dictionary<ulong, string>();
        foreach (var (hash, words) in buffer.Mode == ShingleMode.Characters ? Characters(buffer.Content) : Words(buffer.Content))
            if (facts.Contains(hash))
                shingles.TryAdd(hash, words);
        return shingles;
    }

    private static List<(ulong Hash, string Words)> Characters(ReadOnlySpan<char> content)
    {
        var found = new List<(ulong, string)>();
        for (var index = 2; index < content.Length; index++)
            found.Add((Hashing.Shingle(content[index - 2], content[index - 1], content[index]), content.Slice(index - 2, 3).ToString()));
        return found;
    }

    private static IEnumerable<(ulong Hash, string Words)> Words(ReadOnlySpan<char> content)
    {
        // Room behind the last token, which the hash reads eight characters at a time.
        var padded = new char[content.Length + FoldedText.Padding];
        content.CopyTo(padded);
        var tokens = new List<(ulong Hash, string Word)>();
        var start = 0;
        for (var at = 0; at < content.Length; at++)
            if (content[at] == ' ')
            {
                tokens.Add((Hashing.Token(ref MemoryMarshal.GetReference(padded.AsSpan(start)), at - start), content[start..at].ToString()));
                start = at + 1;
            }

        return tokens.Skip(2).Select((third, index) => (
            Hashing.Shingle(tokens[index].Hash, tokens[index + 1].Hash, third.Hash),
            $"{tokens[index].Word} {tokens[index + 1].Word} {third.Word}"));
    }
}
