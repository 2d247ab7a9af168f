using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
            Characters(folded, buffer);
            return;
        }

        edges.Find(folded);
        Tokens(folded, edges, buffer, buffer.Mode == ShingleMode.Words ? 1 : 0);
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

    private static void Characters(FoldedText folded, ShingleBuffer buffer)
    {
        buffer.Reserve(folded.Length);
        ref var tokens = ref buffer.NextToken;
        ref var facts = ref buffer.NextFact;
        char first = '\0', second = '\0';
        var seen = 0;
        for (var block = 0; block < folded.Blocks; block++)
            for (var bits = folded.Word[block]; bits != 0; bits &= bits - 1)
            {
                var third = folded.Characters[block * 64 + BitOperations.TrailingZeroCount(bits)];
                Unsafe.Add(ref tokens, seen) = third;
                if (seen > 1)
                    Unsafe.Add(ref facts, seen - 2) = PlacedHash.Of(Hashing.Shingle(first, second, third), seen);
                seen++;
                (first, second) = (second, third);
            }

        buffer.Add(seen, Math.Max(0, seen - 2), 0);
    }

    private static void Tokens(FoldedText folded, TokenEdges edges, ShingleBuffer buffer, int everything)
    {
        buffer.Reserve(edges.Count);
        ref var characters = ref MemoryMarshal.GetArrayDataReference(folded.Characters);
        ReadOnlySpan<int> starts = edges.Starts, ends = edges.Ends;
        ref var tokens = ref buffer.NextToken;
        ref var facts = ref buffer.NextFact;
        ref var frame = ref buffer.NextFrame;
        ulong first = 0, second = 0;
        int firstFact = 0, secondFact = 0, factCount = 0, frameCount = 0;
        var token = 0;
        for (; token < starts.Length && token < ends.Length; token++)
        {
            var start = starts[token];
            var hash = Hashing.Token(ref Unsafe.Add(ref characters, start), TokenEdges.At(ends[token]) - start);
            Unsafe.Add(ref tokens, token) = hash;
            var fact = TokenEdges.IsFact(ends[token]) | everything;
            if (token > 1)
            {
                // Kept as a fact or as frame without a branch, since facts come unforeseeably.
                var placed = PlacedHash.Of(Hashing.Shingle(first, second, hash), token);
                var isFact = firstFact | secondFact | fact;
                Unsafe.Add(ref facts, factCount) = placed;
                Unsafe.Add(ref frame, frameCount) = placed;
                factCount += isFact;
                frameCount += 1 - isFact;
            }

            (first, second, firstFact, secondFact) = (second, hash, secondFact, fact);
        }

        buffer.Add(token, factCount, frameCount);
    }
}
