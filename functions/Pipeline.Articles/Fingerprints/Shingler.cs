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
    /// <summary>Appends the content and the shingles of <paramref name="folded"/>.</summary>
    public static void Run(FoldedText folded, ShingleBuffer buffer)
    {
        buffer.Reserve(folded.Length);
        buffer.Mode = ModeOf(folded);
        if (buffer.Mode == ShingleMode.Characters)
            Characters(folded, buffer);
        else
            Tokens(folded, buffer, buffer.Mode == ShingleMode.Words ? 1 : 0);
    }

    private static ShingleMode ModeOf(FoldedText folded)
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
        char first = '\0', second = '\0';
        var seen = 0;
        for (var block = 0; block < folded.Blocks; block++)
            for (var bits = folded.Word[block]; bits != 0; bits &= bits - 1)
            {
                var third = folded.Characters[block * 64 + BitOperations.TrailingZeroCount(bits)];
                buffer.AppendCharacter(third);
                if (++seen > 2)
                    buffer.AddShingle(Hashing.Shingle(first, second, third), 1);
                (first, second) = (second, third);
            }

        buffer.Tokens += seen;
    }

    private static void Tokens(FoldedText folded, ShingleBuffer buffer, int everything)
    {
        // The bit just behind the text is a separator, so that the last token ends inside the last block.
        var walk = new TokenWalk(buffer, folded.Characters, everything);
        Span<ulong> word = folded.Word, upper = folded.Upper, digit = folded.Digit, sentence = folded.Break;
        var previous = 0UL;
        for (var block = 0; block <= folded.Length / 64; block++)
        {
            var edges = word[block] ^ (word[block] << 1 | previous);
            previous = word[block] >> 63;
            for (; edges != 0; edges &= edges - 1)
                walk.Edge(BitOperations.TrailingZeroCount(edges), block, upper[block], digit[block], sentence[block]);
            walk.EndBlock(block, digit[block], sentence[block]);
        }

        buffer.Tokens += walk.Tokens;
    }

    /// <summary>State between the edges of tokens: positions are counted from the start of the text.</summary>
    private ref struct TokenWalk(ShingleBuffer buffer, char[] characters, int everything)
    {
        private readonly ref char _characters = ref MemoryMarshal.GetArrayDataReference(characters);
        private ulong _first, _second;
        private int _firstFact, _secondFact;
        private int _start = -1, _end;
        private int _lastDigit = -1, _lastBreak;
        private bool _capital;

        public int Tokens { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Edge(int bit, int block, ulong upper, ulong digit, ulong sentence)
        {
            var at = block * 64 + bit;
            if (_start < 0)
            {
                _start = at;
                _capital = (upper >> bit & 1) != 0 && Last(sentence, bit, block, _lastBreak) < _end;
                return;
            }

            Token(at - _start, Last(digit, bit, block, _lastDigit) >= _start);
            (_start, _end) = (-1, at);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void EndBlock(int block, ulong digit, ulong sentence)
        {
            if (digit != 0)
                _lastDigit = block * 64 + 63 - BitOperations.LeadingZeroCount(digit);
            if (sentence != 0)
                _lastBreak = block * 64 + 63 - BitOperations.LeadingZeroCount(sentence);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Token(int length, bool number)
        {
            ref var first = ref Unsafe.Add(ref _characters, _start);
            var hash = Hashing.Token(ref first, length);
            var fact = number || _capital ? 1 : everything;
            buffer.AppendToken(ref first, length);
            if (++Tokens > 2)
                buffer.AddShingle(Hashing.Shingle(_first, _second, hash), _firstFact | _secondFact | fact);
            (_first, _second, _firstFact, _secondFact) = (_second, hash, _secondFact, fact);
        }

        /// <summary>Position of the last bit set before <paramref name="bit"/>, or what was known at the start of the block.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static int Last(ulong bits, int bit, int block, int before)
        {
            var earlier = bits & ((1UL << bit) - 1);
            return earlier == 0 ? before : block * 64 + 63 - BitOperations.LeadingZeroCount(earlier);
        }
    }
}
