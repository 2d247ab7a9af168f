using System.Numerics;

namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// Walks the tokens of a folded text. A shingle is three in a row; in cased scripts it counts only when one of them is a
/// fact (holds a digit, or is capitalised and not at the start of a sentence), because reports made from one template share
/// their frame and not their facts.
/// </summary>
internal static class Shingler
{
    /// <summary>Appends the tokens and the shingles of <paramref name="folded"/>.</summary>
    public static void Run(FoldedText folded, TokenEdges edges, ShingleBuffer buffer)
    {
        buffer.Mode = ModeOf(folded);
        if (buffer.Mode == ShingleMode.Characters)
        {
            buffer.AddCharacters(folded);
            return;
        }

        edges.Find(folded);
        buffer.AddTokens(folded, edges);
    }

    internal static ShingleMode ModeOf(FoldedText folded)
    {
        var word = 0;
        foreach (var bits in folded.Word[..folded.Blocks])
            word += BitOperations.PopCount(bits);
        // One ideograph says as much as a word of two or three letters does.
        if (folded.Spaceless * 3 > word)
            return ShingleMode.Characters;
        return folded.Uncased * 2 > word ? ShingleMode.Words : ShingleMode.Facts;
    }
}
